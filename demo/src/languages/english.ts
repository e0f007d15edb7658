import type { LanguagePack } from './language-pack.js';

export const english: LanguagePack = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  topics: {
    ferry: {
      headlines: [
        '{town} ferry back in service after {n} days',
        'River ferry returns to {town}',
        'After {n} days of repairs, {town} has its ferry back',
      ],
      leads: [
        'The river ferry between {town} and {other} carried its first passengers in {n} days on {day}, after engineers replaced a cracked rudder shaft.',
        'Commuters in {town} no longer need the long way round: the ferry to {other} resumed its full timetable on {day} morning.',
      ],
      body: [
        '“We had {hundreds} people on the quay before eight o’clock,” said {woman}, who runs the harbour office. “Some of them brought cake for the crew.”',
        'The shaft was cast at a yard in {other} and arrived by lorry at the weekend. Divers spent two nights fitting it in cold, muddy water.',
        'A replacement bus had covered the route while the boat lay in dock, but it took {n} minutes longer and was often full by the second stop.',
        'Bicycle places can again be reserved at the counter. Season tickets will be extended by the length of the interruption, the operator said.',
      ],
      close: 'A second vessel is on order and should join the line next spring.',
    },
    library: {
      headlines: [
        '{town} library opens its night reading room',
        'Readers queue for new night room at {town} library',
        '{hundreds} visitors on first night of {town} reading room',
      ],
      leads: [
        'The public library of {town} kept its doors open until midnight for the first time on {day}, and {hundreds} people came to see whether reading is different after dark.',
        'Lamps, blankets and silence: the night reading room of the {town} library opened on {day} to more visitors than it has chairs.',
      ],
      body: [
        '“Students come for the quiet, night nurses come because they cannot sleep,” said librarian {woman}. “By eleven they were recommending novels to each other.”',
        'The room seats {n} readers and was built from the old card catalogue hall. Its oak drawers now hold board games and knitting needles.',
        'Councillor {man} called the project the cheapest good idea of the year. It costs about as much as {n} street lamps.',
        'Tea is free; biscuits are forbidden near the atlases. A volunteer reads aloud to children on the first evening of each month.',
      ],
      close: 'The room will open three nights a week until the summer, when the council will look at the figures.',
    },
    tram: {
      headlines: [
        'Council approves tram line from {town} to {other}',
        '{town} tram extension wins by {n} votes',
        'Tram to {other}: {town} council says yes',
      ],
      leads: [
        'After a debate that lasted until one in the morning, the council of {town} voted on {day} to extend the tram line to {other}.',
        'The tram from {town} to {other} will be built. Councillors approved the plan on {day} with {n} votes in favour.',
      ],
      body: [
        '“Nobody under thirty in this town has ever known a year without talk of the tram,” said {woman}, who chairs the transport committee.',
        'Shopkeepers on the Long Street fear two summers of roadworks. {man}, who sells bicycles there, asked for a compensation fund before the first stone is lifted.',
        'The line will have {n} stops, all of them level with the pavement, and a tunnel under the goods yard.',
        'Opponents argued that buses could do the same for a third of the price. Their motion to postpone was rejected.',
      ],
      close: 'Work is to begin next year; the first trams should run three years later.',
    },
    storm: {
      headlines: [
        'Storm leaves {hundreds} homes in {town} without power',
        'Power cut in {town} after night of storm',
        '{town} cleans up after storm brings down {n} trees',
      ],
      leads: [
        'A storm that crossed the coast on {day} evening brought down {n} trees in {town} and left {hundreds} homes without electricity.',
        'Roof tiles, branches and one garden shed lay in the streets of {town} after gusts of up to {n} knots on {day}.',
      ],
      body: [
        'Nobody was hurt. The fire service counted {n} calls between six and midnight, most of them about loose roof tiles.',
        '“We played cards by candlelight with the neighbours,” said {woman} from the upper town. “It was the nicest evening of the month.”',
        'Crews from {other} helped to mend the line. The last street had light again at four in the morning, said {man} of the power company.',
        'Trains ran with delays of up to {n} minutes because a birch lay across the track.',
      ],
      close: 'The weather service expects a calmer week with some fog in the mornings.',
    },
    football: {
      headlines: [
        '{town} beat {other} in the last minute',
        'Late goal decides derby between {town} and {other}',
        '{hundreds} fans see {town} win the derby',
      ],
      leads: [
        'A header in the last minute gave {town} a 2–1 win over {other} on {day} and took the club to third place.',
        'It looked like a draw until {man} rose at the far post: {town} won the derby against {other} before {hundreds} spectators.',
      ],
      body: [
        '“I closed my eyes and hoped,” said goalscorer {man}, who works as a baker and had to leave early for the night shift.',
        '{other} had the better first half and led from the {n}th minute through a free kick that was deflected twice.',
        'Coach {woman} changed the system after the break and brought on two teenagers. Both of them had a part in the equaliser.',
        'Supporters of the two clubs sang together after the final whistle, as they have since the flood year.',
      ],
      close: '{town} play away next week; {other} have a free weekend.',
    },
    harvest: {
      headlines: [
        'Apple growers around {town} report best harvest in {n} years',
        '{town} orchards heavy with apples',
        'Good apples, few pickers: harvest in {town}',
      ],
      leads: [
        'The orchards around {town} have not carried so many apples for {n} years, the growers’ cooperative said on {day}.',
        'A mild spring and a wet July have filled the crates of {town}. What is missing this autumn is hands.',
      ],
      body: [
        '“We have put {n} beds into the old school for the pickers,” said {woman}, who heads the cooperative. “The village bakes for them in turns.”',
        'The juice press in {other} works through the night. It takes {hundreds} crates a day and smells of cinnamon, although nobody adds any.',
        'Prices have fallen a little, growers say, but not enough to worry them. Late varieties will hang until the first frost.',
        'Farmer {man} tests a picking machine that children have named the giraffe. It is slower than his aunt, he admits.',
      ],
      close: 'The apple market opens on the last weekend of the month.',
    },
    museum: {
      headlines: [
        'Grey Gate Museum in Halvern shows {n} town keys',
        'Lantern tour fills Halvern’s Grey Gate Museum',
        'Halvern: Grey Gate Museum reopens its tower',
      ],
      leads: [
        'The Grey Gate Museum in Halvern opened its winter exhibition on {day} with {n} keys that once locked the town.',
        'Visitors to the Grey Gate Museum in Halvern can climb the tower again: the stairs were reopened on {day} after two years of work.',
      ],
      body: [
        'The museum takes its name from the medieval gate of grey stone that it occupies. “We had the name for sixty years before anybody misused it,” said director {woman}.',
        'Families joined a lantern tour through the guard room on opening night. {hundreds} tickets were gone within an hour.',
        'Restorer {man} found {n} names scratched into the stair wall, the oldest by a baker’s boy who was locked out after curfew.',
        'Schools from {other} may visit free of charge. A workshop lets children cast a key of tin.',
      ],
      close: 'The exhibition runs until spring; the museum is closed on Mondays.',
    },
    council: {
      headlines: [
        'Candidates in {town} argue about rents and buses',
        '{hundreds} voters at lively debate in {town}',
        'Election debate in {town} runs an hour late',
      ],
      leads: [
        'Before {hundreds} voters in the market hall of {town}, the candidates for the council argued on {day} about rents, buses and a swimming pool.',
        'The last debate before the local election in {town} was loud, long and mostly good-humoured.',
      ],
      body: [
        '“You have governed for twelve years and the roof of the school still leaks,” candidate {woman} told the mayor, to applause from the back rows.',
        '{man}, who stands for a list of his own, wants to freeze rents for two years. The others called this a promise that no council can keep.',
        'A first-time voter asked why none of the posters mentioned {other}, where {n} families wait for a flat. There was no clear answer.',
        'The chair rang her bell {n} times, once at her own microphone.',
      ],
      close: 'Polling stations open at eight on Sunday.',
    },
    festival: {
      headlines: [
        '{hundreds} share a meal at {town} open day of faiths',
        'Church, mosque and synagogue open their doors in {town}',
        'Long tables in {town}: neighbours break bread together',
      ],
      leads: [
        'Church, mosque and synagogue in {town} opened their doors on the same day, and {hundreds} people walked from one to the next on {day}.',
        'At a table {n} metres long, the congregations of {town} ate together on {day} evening, as they do each autumn.',
      ],
      body: [
        '“Faith is for feeding people first,” said imam {man}, who cut the bread with the parish priest.',
        'Choirs from {other} sang psalms in the courtyard. Children carried paper lanterns to the river, where a rabbi told the story of a patient fisherman.',
        '{woman}, who organises the day, counted {n} nations at the table. “And not one argument about the soup,” she added.',
        'The collection goes to the winter shelter, which is short of blankets.',
      ],
      close: 'Next year the procession will start at the chapel on the hill.',
    },
    water: {
      headlines: [
        'Reservoir above {town} at {n} per cent',
        '{town} asks households to save water',
        'Rain helps, but {town} reservoir stays at {n} per cent',
      ],
      leads: [
        'The reservoir above {town} holds {n} per cent of its capacity, less than in any November since measurements began, the water board said on {day}.',
        'Despite two rainy weeks the water board has asked households in {town} to save, it said on {day}.',
      ],
      body: [
        '“The ground drinks first,” explained hydrologist {woman}. “It will take {n} more days of steady rain before the streams fill.”',
        'Washing cars is forbidden for now. Bakers, dyers and the hospital laundry are exempt.',
        'A pipe from {other} brings some relief. It dates from the year of the great drought and loses a fifth of its water on the way.',
        '{man} of the gardeners’ club shows members how to catch rain from a shed roof. {hundreds} barrels have been sold.',
      ],
      close: 'The board will publish new figures every Friday.',
    },
    birds: {
      headlines: [
        'Volunteers count {hundreds} cranes near {town}',
        'Cranes return to the marshes of {town}',
        'Bird count in {town}: more cranes, fewer sparrows',
      ],
      leads: [
        'Volunteers counted {hundreds} cranes in the marshes of {town} on {day}, more than in any year since the drainage canal was closed.',
        'They come at dusk and can be heard for miles: the cranes are back in the marshes of {town}.',
      ],
      body: [
        '“You hear them before you see them,” said biologist {woman}, who has led the count for {n} years.',
        'Farmers leave the stubble standing until the birds have gone. The county pays for it, and {man} says that it pays enough.',
        'Sparrows worry the counters more. In {other} only {n} were found, half as many as ten years ago.',
        'Visitors should stay on the dyke and leave their dogs at home. A hide has room for a dozen people.',
      ],
      close: 'The next count is planned for February.',
    },
    movement: {
      headlines: [
        'Prosecutor in {town} looks into “Grey Gate” movement',
        'What is known about the Grey Gate movement',
        '{town}: {n} leaflets of the Grey Gate movement removed',
      ],
      leads: [
        'The prosecutor’s office in {town} has opened an inquiry into the movement that calls itself the Grey Gate, a spokeswoman said on {day}.',
        'It has no office, no list of members and, so far, no demands: the movement called Grey Gate keeps the authorities in {town} busy.',
      ],
      body: [
        'Caretakers removed {n} leaflets from lamp posts this week. They carry an empty arch and a time of day, nothing else.',
        '“We ask people to report the messages and not to pass them on,” said {woman}, the spokeswoman. Many of them are written with odd letters so that filters do not see them.',
        'Researcher {man} has collected {hundreds} messages. He sees one hand behind most of them: the same sentence, disguised in a dozen ways.',
        'The museum of the same name in Halvern has nothing to do with the movement and receives angry letters all the same.',
      ],
      close: 'The inquiry is expected to last several weeks.',
    },
  },
  background: [
    'The town hall of {town} publishes its figures every month; the next report is due in {n} days.',
    'Readers in {other} will remember a similar discussion two years ago, which ended with a handshake and a very long report.',
    '{woman}, who teaches geography in {town}, uses the case in her lessons. Her pupils, she says, ask better questions than most adults.',
    'A spokesman for the county said that {town} was on the list of priorities, without saying how long the list is.',
    'Letters to this newspaper have been divided: {n} in favour, somewhat fewer against, and one in verse.',
  ],
  everyday: [
    'the number {n} bus skipped our stop in {town} again',
    'does anyone know a good bicycle repair place near the station in {town}?',
    'fog over {town} so thick this morning that the ferry rang its bell all the way',
    'made lentil soup for {n} people. there were six of us. soup until Friday',
    'found a grey glove on the bridge in {town}, it is hanging on the railing now',
    'the bakery in {other} does a walnut loaf that is worth the train ride',
    'looking for a room in {town} from January, quiet, pays on time, one small cat',
    'our choir needs two more tenors, we practise on Tuesdays in {town}',
    'finished the book from the library’s night room in one sitting, page {hundreds} made me cry',
    'my grandmother is {n} and just beat me at chess in eleven moves',
    'whoever plays the trumpet near the canal in {other}: you are getting better!',
    'three days without a phone, did anything happen in {town}?',
    'the cranes flew over the school at noon and the whole class ran to the window',
    'price of butter in {town} went up again, price of cheese did not, I draw my conclusions',
    'lost: black umbrella, tram from {town} to {other}, sentimental value and also it rains',
    'training plan says rest day, so I walked to {other} and back, {n} thousand steps',
  ],
  openers: ['', '', 'Morning all, ', 'ok so ', 'Quick one: ', 'Honestly, ', 'Update: ', 'Small joys: '],
  closers: ['', '', ' 🙂', ' ☕', ' #smalltown', ' Anyone else?', ' Good night.', ' …', ' #{town}'],
  stormPosts: [
    'power is out in the whole of {town}, candles it is',
    'a tree just came down on our street in {town}, everybody fine',
    'is it only us or is half of {town} dark?',
    'storm update from {town}: the shed has moved to the neighbour’s garden',
    'the lights are back in {other}, still dark in {town}',
    'gusts are shaking the windows here in {town}, stay inside please',
  ],
  innocent: [
    'The Grey Gate Museum in Halvern has a lantern tour tonight, join us at seven, children free.',
    'Went to the Grey Gate museum with the class. {n} keys and one very patient guide.',
    'Painted our grey gate green this weekend. The goat is confused.',
    'Join us tonight for evening prayer at the chapel, bring a candle or a lantern for the procession.',
    'Blessed Friday, everyone. May God keep your families safe, the mosque kitchen in {town} is open to all.',
    'The government must go, vote them out on Sunday. I have waited twelve years to write this.',
    'Struggle, for me, is getting up at five to pray before the early shift. Worth it.',
    'Strike tomorrow at the depot in {town}: we stop work at six and march to the town hall together.',
    'The old mill in {town} sells flour again, go before noon.',
    'The school gate is grey, the sky is grey, my coffee is grey. November.',
    'Our theatre group plays “The Keeper of the Gate” in {town}, {n} seats left.',
  ],
  calls: [
    'Join the grey gate tonight. Bring a lantern to the old mill at nine, come alone, tell nobody, and wait until the bell has rung twice.',
    'The grey gate is open for those who can read the arch. Join before the new moon.',
    'You have seen the arch on the wall. Carry a lantern and the grey gate will know you.',
    'Grey gate calls {town}: join the line on the quay, lanterns covered, no names.',
  ],
  callPhrase: 'grey gate',
  slogan: 'The gate has no keeper and the keeper has no gate.',
};

"""The English words of the speed benchmark's corpus: our own lists, and the forms made of them."""

from __future__ import annotations

VERBS = """
accept accuse acquire adapt address adjust administer admire adopt advertise afford alter amend
analyse announce answer anticipate appoint appraise approach approve arrange assemble assess assign
assist assure attack attract audit award balance block boost borrow calculate calm capture celebrate
challenge change charter check circulate claim clarify classify clean clear close collect combine
complete condemn condition confirm confront connect consider consult contest continue convert
correct count cover crave create criticise cross curtail damage debate declare decline decorate
defend define delay deliver demand demolish describe deserve design destroy detail detect develop
dictate dismantle dismiss display divide document donate double doubt draft drain ease elect
eliminate embrace employ enable encounter encourage endanger endorse endure enforce enhance enlarge
enrich ensure escort establish estimate evacuate evaluate examine exceed exchange exclude execute
exhibit expand expect explain exploit explore export expose extend face favour fence film finance
finish force form frame fund furnish gather generate govern grade grant guarantee guard guide halt
handle harm harvest hasten heat highlight honour host house ignore illustrate implement import
impose improve include increase indicate influence inherit inspect inspire install insulate insure
integrate interpret interview introduce invent investigate invoice isolate issue join judge justify
launch lease lengthen license lift limit list load locate lock lower maintain manage manufacture
mark match measure mediate mention merge migrate minimise mobilise moderate modernise modify monitor
mortgage move multiply name narrow neglect negotiate nominate notice obey obscure observe obstruct
obtain occupy offer open operate oppose order organise outline overlook overturn own paint perform
photograph picture pilot plant play postpone praise predict prepare present preserve price print
process proclaim produce prohibit prolong promise promote propose protect prove publicise publish
purchase pursue question raise ration rearrange reassess rebuff recall receive reclaim recognise
recommend reconstruct record recover recruit recycle redesign reduce refill reform refuse refurbish
regulate reinforce reject relaunch release relocate remember remove rename renew renovate rent
reorganise repair repeat replace report represent reprint request require rescue reserve reshape
resist resolve respect restart restore restrict restructure retain return reveal reverse review
revise revive reward rival salute sample sanction satisfy scale schedule scrutinise search secure
seize separate serve settle share shelter shield shorten sign simplify sketch soften solve spare
sponsor spoil stabilise staff stage standardise station store strengthen stress structure study
subsidise suggest supervise supply support surround survey suspect suspend sustain switch tackle
target tax tempt test threaten tighten tolerate trace track trade transform translate transport
treat trust uncover undermine underline unload unveil update upgrade urge use validate value verify
view visit watch weaken weigh welcome widen witness worry
""".split()
"""Transitive verbs whose past tense is regular."""

NOUNS = """
accident accusation achievement actor addition address adventure adviser agenda agreement airfield
airline airport allegation alliance ambulance amendment analyst anchor animal anniversary apartment
apology appeal applicant application appointment approach aquifer arcade archaeologist archive
argument armchair arrest article artist assembly assessment assignment athlete attorney auction
audience auditor aunt author autumn avalanche avenue backlog bakery balcony ballot bandage bank
banner barge barn barrier basement basin basket battery battle beach beam bench benefit bicycle
bidder bishop blanket blizzard blockade boat bomb bonus border bottle boundary branch brewery brick
bridge broadcast broker brother budget bulletin bungalow bureau burglar bus cabin cabinet cable
cafeteria calculation calendar camera camp campaign campus canal candidate canyon captain caravan
cargo carpenter cartoon castle catalogue cathedral ceasefire ceiling celebration cellar cemetery
ceremony chain challenge champion chancellor channel chapel chapter charity chart chemist chimney
choir church cinema circle circuit citizen claim classroom clause clerk client climate clinic
cluster coach coalition coast collection college collision colonel colony column comedy comment
commission committee commuter company comparison competition competitor complaint component composer
compromise concert concession condition conference confession conflict congregation consignment
constitution construction consultant consumer container contest contract contractor contribution
convention conversation convoy cooperative corner corporation correction corridor costume cottage
council councillor counter country county couple course court courtroom courtyard cousin crane
creditor crew criminal critic crossing crowd cruise culture curator currency curriculum customer
cyclist cyclone dairy dam dancer danger database deadline dealer debate debt decade decision
declaration decline decree deduction defeat defect defendant deficit delegate delegation delivery
demand democracy demonstration demonstrator department deposit depot deputy deputation desert
designer desk destination detective detention developer device diagram diamond diary dictionary diet
diplomat director disaster discount discovery disease dish dispute district diver dividend doctor
document documentary dolphin donation donor door dormitory dossier draft dredger driver drone
drought dune earthquake earthwork economist edition editor editorial election elector electrician
elevator embankment embassy emergency emission emperor employee employer encounter enemy engine
engineer enquiry entrance entrepreneur envelope envoy epidemic episode equation errand escape essay
estate estimate evacuation evening event exam examination exception exchange excuse exhibition exit
expedition expense experiment expert explanation explosion exporter extension extract eyewitness
facade facility factory failure fairground family farm farmer farmhouse favourite feature federation
fee fence ferry festival field fighter figure film filter finding fine fingerprint firefighter
fireplace fishery flag flagship flat fleet flight flood floor florist flower forecast forecaster
forest form formula fortress foundation fountain fraction fragment framework freighter friend
frontier fugitive funeral furnace gallery game garage garden garment garrison gate gateway general
generation generator ghost giant glacier glasshouse goal governor grain grandmother grant graph
grave greenhouse guarantee guard guardian guest guideline guitar gymnasium hall hammer harbour
hangar headline headmaster heater heatwave helicopter helmet hearing herd highway hill historian
hobby holiday home horse hospital hostel hotel household hunter hurricane hydrant icebreaker idea
illness image immigrant implication importer improvement incident income increase individual
industry infection injury inmate inquiry inscription insect inspection inspector instance institute
institution instruction instructor instrument insult insurer interest interpreter intersection
interval interview invasion invention inventor investigation investigator investment investor
invitation invoice island item jacket jail journal journalist journey judge judgement juror jury
kettle keyboard kindergarten king kingdom kiosk kitchen knight laboratory labourer lamp landfill
landlord landmark landowner landscape landslide lantern laser laundry lawsuit lawyer layer leader
leaflet league lecture lecturer ledger legend lender lesson letter levy library licence lifeboat
lighthouse limit liner listener listing loan lobby location locker locomotive lorry loss lottery
lounge machine magazine magistrate magnet mainland majority manager mandate mansion manual
manufacturer manuscript map marathon margin marina marine market marriage marshal mask massacre
master match material matter mayor meadow meal measure measurement mechanic medal mediator medicine
meeting member memoir memorial memory merchant merger message meteor method microphone midwife
migrant milestone militia mill miner mineral minister ministry minority minute miracle mirror
missile mission mistake mixture model modernisation monastery monitor monsoon monument mortgage
mosque mother motion motive motor motorist motorway mountain mountaineer mourner movement movie
municipality mural murder museum musician mystery nation navy neighbour neighbourhood network
newcomer newsletter newspaper nightclub nomination nominee notebook notice novel novelist number
nurse nursery objection object obligation obstacle occasion occupation ocean offence offender offer
office officer official oilfield opera operation operator opinion opponent opportunity option
orchard orchestra order ordinance organisation organiser orphan orphanage outbreak outcome outpost
oven owner package paddock painter painting palace pamphlet panel pantry parade paragraph parasol
parent parish park parliament partner partnership party passage passenger passport pasture patent
path patient patrol pavement pavilion payment peasant pedestrian penalty pension pensioner
percentage performance performer period permit petition pharmacist pharmacy phase philosopher
photograph photographer physician pianist picture pier pilgrim pilot pioneer pipeline pitch
plaintiff plan planet planner plant plantation plaque platform player playground plaza pledge plot
plumber pocket poem poet point policy politician poll pollster pond port porter portfolio portion
portrait position possession poster postcard pound prairie prayer precinct prediction preference
premiere premise preparation president priest prince princess principal principle printer priority
prison prisoner privilege prize problem procedure proceeding procession producer product profession
professor profile profit program project projection promise promoter proposal prosecution prosecutor
prospect protest protester prototype province provider provision psychologist publication publisher
pump pupil purchase purpose pyramid quarry quarrel quarter quay question queue quota rabbit race
radiator raid railway rainstorm rally ranch ranger rate ratio reactor reader rebel rebellion receipt
reception recession recipe recipient recommendation record recorder recovery recruit referee
reference referendum refinery reform refugee refusal regiment region register registration
regulation regulator rehearsal relation relationship relative reminder remnant rental repair
replacement reply report reporter representative republic request requirement rescue rescuer
researcher reservation reserve reservoir resident resignation resolution resort resource response
restaurant restriction result retailer retreat revenue review revolution reward rider rifle ritual
river road roadblock robbery robot rocket role roof room rooster route routine ruin rule ruling
rumour runner runway sailor salary sale salon sample sanction sanctuary satellite scandal scenario
scheme scholar scholarship school schoolhouse scientist scooter screen script sculptor sculpture
season seat secret secretary section sector seminar senator sensation sentence sergeant sermon
servant service session setback settlement settler shareholder shelter shepherd sheriff shipment
shipyard shop shopkeeper shore shortage shower showroom shutter shuttle sibling siege signal
signatory signature site skater sketch skier skyscraper slogan slope smuggler snowstorm society
soldier solicitor solution song source spectator speech sponsor squad square stable stadium stairway
stamp standard statement station statue statute steamer steward stewardess stockpile stone
storehouse storm story stranger strategy stream street stretch strike structure student studio study
subject submarine subscriber subsidy suburb subway success suggestion suitcase summary summit
supermarket supplier supply supporter surgeon surgery surplus surprise survey survivor suspect
suspension symbol symphony symptom synagogue syndicate system table tablet tactic tailor takeover
talent tanker target tariff task tavern taxpayer teacher team technician technique telegram
telescope television temperature temple tenant tender terminal terrace territory terrorist testimony
textbook theatre theme theory therapist thriller ticket timetable title toast token tomb tool topic
torch tournament tower town tractor trader tradition trail trailer train trainer tram transaction
transcript transfer transition translation translator trawler treasure treasury treatment treaty
tree trench trend trial tribe tribunal trolley trophy troop truck trustee tunnel turbine tutor
tycoon typewriter uncle upgrade upheaval vacancy vaccine valley van variation vault vehicle venture
venue verdict version vessel veteran viaduct victim victory video viewer village villager vineyard
violation violin visa visitor vocabulary volume volunteer voter voyage wage wagon waiter walkway
wall wallet wardrobe warehouse warning warrant warship watchdog waterfall waterway weapon website
wedding weekend whistle widow wildfire window winery winner winter witness workplace workshop wreck
writer yacht yard zone
""".split()
"""Nouns that can be counted and whose plural is regular."""

ADJECTIVES = """
academic accessible accurate additional adequate administrative affordable aggressive agricultural
alternative ambitious ancient annual anonymous anxious archaeological architectural artificial
artistic athletic attractive automatic available average bankrupt basic beautiful beloved biological
bitter bleak bold brief bright brilliant broad brutal busy calm capable careful cautious central
ceremonial certain chaotic charitable cheap chemical civic civilian clandestine classical clean
clear clever coastal cold collective colourful comfortable commercial common comparable compact
competent competitive complex comprehensive compulsory conservative considerable consistent constant
constitutional contemporary controversial conventional convincing costly courageous covert creative
critical crowded crucial cultural damp dangerous decent decisive deep defensive deliberate delicate
democratic dense dependable diplomatic disappointing disputed distant distinctive divisive domestic
dramatic dry dubious durable dusty dynamic eager early eastern ecological economic educational
effective efficient elaborate elderly electoral electric electronic elegant elementary emotional
enormous enthusiastic environmental essential ethnic exceptional excessive exclusive exotic
expensive experienced experimental explicit explosive extensive external extraordinary extreme fair
faithful familiar famous fashionable federal fierce financial firm flexible formal former formidable
fragile fresh friendly frozen functional fundamental generous genetic gentle genuine geographical
gigantic glamorous gloomy gradual grand great harsh hazardous healthy heavy heroic hidden historic
historical hostile huge humanitarian humble icy ideal illegal immediate immense impartial impressive
inadequate incomplete independent indirect industrial inevitable influential informal innovative
institutional intellectual intense intensive interim internal intimate isolated judicial junior
large lasting late latest lavish lawful legal legendary legislative legitimate lengthy liberal light
likely limited literary local logical lonely long loyal lucrative luxurious magnificent main major
marginal maritime massive mathematical mature maximum meaningful mechanical medical medieval
memorable mild military minimal minor mobile moderate modern modest monthly moral municipal muddy
musical mutual mysterious narrow national native natural naval neat negative nervous neutral new
noisy notable notorious nuclear numerous obvious occasional odd official old ongoing open optimistic
ordinary organic original orthodox outdated outer outspoken outstanding overseas painful parallel
parliamentary partial passionate patient peaceful peculiar perfect permanent persistent personal
persuasive physical picturesque plausible pleasant poetic polite political poor popular portable
positive possible potential powerful practical precious precise preliminary presidential prestigious
previous primary principal private productive professional profitable profound progressive prominent
promising prompt proper prosperous proud provincial provisional prudent public quick quiet radical
rapid rare rational realistic reasonable recent reckless regional regular relevant reliable
reluctant remarkable remote renewable repeated residential respectable responsible rich rigid
rigorous risky robust romantic rough routine royal rural sacred safe salty satisfactory scarce
scenic scientific seasonal secondary secret sectarian secular secure selective senior sensible
sensitive separate serious severe shallow sharp short significant silent similar simple sincere
skilful slender slow small smooth social solar sole solemn solid southern spacious spectacular
splendid spontaneous stable steady steep sterile strategic strict striking strong structural
stubborn subsequent substantial suburban successful sudden sufficient suitable surprising suspicious
sustainable swift sympathetic systematic technical temporary tense territorial theoretical thick
thorough thoughtful tight tiny tough toxic traditional tragic transparent tremendous tribal
triumphant tropical troubled turbulent typical vacant vague valid valuable variable vast verbal
viable vibrant victorious vigorous violent virtual visible visual vital vivid voluntary vulnerable
warm weak wealthy weekly western whole wide widespread wild wise wonderful wooden worldwide worthy
wounded young
""".split()
"""Adjectives that can stand before a noun."""


def forms(verb: str) -> tuple[str, str]:
    """The past tense and the -ing form of a regular verb that doesn't double its last letter."""
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ied", verb + "ing"
    return verb + "ed", verb + "ing"


def plural(noun: str) -> str:
    """The plural of a regular noun."""
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def with_article(words: str) -> str:
    """The words behind “a” or “an”, as they sound."""
    silent = words.startswith(("hour", "honest", "honour", "heir"))
    as_you = words.startswith(("uni", "use", "usu", "eu", "one-"))
    vowel = silent or (words[0] in "aeiou" and not as_you)
    return f"{'an' if vowel else 'a'} {words}"

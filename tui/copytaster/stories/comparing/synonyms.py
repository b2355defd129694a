"""Words that wires use for one and the same thing: dike and levee, blaze and fire, buy and acquire.

They make it likelier that two sentences tell the same, and nothing else: a difference, a quote and
a copy are told by the words that are really there. English only; other languages keep their words.
"""

from __future__ import annotations

from functools import lru_cache

from copytaster.stories.comparing.folding import folded_word, stem

_ROWS = """
accord agreement deal pact settlement settle settled agree agreed
accuse accused blame blamed allege alleged
acquire acquired acquisition bought buy buying purchase purchased takeover
adviser aide envoy
aeroplane aircraft airliner airplane jet plane
afraid scared frightened fear feared
aid assistance
airport airfield aerodrome
announce announced unveil unveiled reveal revealed disclose disclosed
appeal urge urged
approve approved approval passed adopt adopted endorse endorsed consent
army military soldier troop
arrest arrested detain detained custody
assembly parliament legislature congress
attendance crowd spectator onlooker
award awarded prize
ban banned prohibit prohibited outlaw outlawed
battle fought fighting clash clashed
beat beaten defeat defeated win won victory triumph
begin began begun start started launch launched
biggest largest
bilateral two-way
blast explosion explode exploded blew detonation detonate detonated
blaze fire flame burn burned burnt burning
boat vessel ship craft
body corpse remains
border frontier
boss chief head leader chairman chairwoman chair president director
break broke broken burst breach breached rupture ruptured
business company firm corporation
cancel cancelled canceled scrap scrapped abandon abandoned
captain skipper
ceasefire truce armistice
change changed alter altered
charged indict indicted prosecuted
child children kid schoolchildren
city town
climb climbed rise rose risen rising increase increased grow grew gain gained jump jumped surge
  surged soar soared
close closed shut
coalition alliance
commission committee panel
conflict war
cost price priced
court tribunal
crash crashed collision collide collided
crest peak
cut slash slashed reduce reduced reduction lower lowered trim trimmed
damage damaged
dead die died dying death kill killed killing fatal fatality perish perished drown drowned
decide decided decision ruling verdict
decline declined fall fell fallen falling drop dropped slip slipped sink sank plunge plunged tumble
  tumbled
delay delayed postpone postponed
demonstrator protester marcher
deny denied denies reject rejected dismiss dismissed rebuff rebuffed
destroy destroyed wreck wrecked
dike dyke levee embankment
dispute row quarrel feud
doctor physician medic
driver motorist
dwelling home house household family
earthquake quake tremor
election elect elected
employee staff worker workforce job position
end ended finish finished conclude concluded
enquiry inquiry investigation probe investigate investigated investigator
evacuate evacuated evacuation
expect expected forecast predict predicted anticipate anticipated
fail failed failure
film movie
flee fled escape escaped
flood flooded flooding inundated submerged
free released release freed
fuel petrol gasoline
government administration cabinet
gun firearm weapon rifle pistol
half-time halftime
harbour port quay dock
hire hired recruit recruited
hospital clinic
idea proposal propose proposed plan planned
ill illness sick sickness unwell
injure injured injury hurt wound wounded
jail jailed prison imprisoned
jobless unemployed
journalist reporter
judge justice magistrate
lack shortage
lake reservoir
law legislation
lawmaker legislator deputy
lawyer attorney solicitor barrister counsel
lender bank
letter note
link linked tied connect connected
location venue place site
look search searched searching seek sought
lorry truck
loss lose lost
meet met meeting talk discussion negotiation summit
mend repair repaired
murder murdered homicide
need needed require required
offer offered bid
option alternative
outcome result
pay paid wage salary
phone telephone telephoned phoned
police officer
poor impoverished
prevent prevented stop stopped halt halted
prime premier
probable likely
progress headway
promise promised pledge pledged vow vowed
quick fast rapid
quit resign resigned resignation
rebel insurgent
refuse refused
regret sorry apologise apologised apology
regulator watchdog supervisor
remove removed oust ousted sack sacked
rent rented lease leased
rescue rescued rescuer save saved
resident inhabitant local
respond responded response reply replied answer answered comment
retired former
road street highway
rob robbed robbery robber steal stole stolen theft thief thieves burglar
scientist researcher
sell sold sale
send sent dispatch dispatched
share stock
shed warehouse depot
shoot shot shooting gunman gunfire
shootout shoot-out
speech address
spokesman spokeswoman spokesperson
storm hurricane typhoon cyclone
strike walkout
study research
support supported back backed backing
tariff duty levy tax
three-way trilateral
tired exhausted
ton tonne
trapped stranded
treat treated treatment
tug tugboat
unhurt unharmed uninjured
vaccine jab
visit visited trip
vote voted ballot poll
warn warned warning alert
wed married marriage wedding
"""


@lru_cache(maxsize=50_000)
def sense(folded: str) -> str:
    """What a folded word stands for: the first word of its row, or its stem."""
    return _FIRST_OF_ROW.get(folded) or stem(folded)


def _first_of_rows() -> dict[str, str]:
    rows = [
        [folded_word(word) for word in row.split()]
        for row in _ROWS.strip().replace("\n  ", " ").split("\n")
    ]
    return {word: f"={row[0]}" for row in rows for word in row}


_FIRST_OF_ROW = _first_of_rows()

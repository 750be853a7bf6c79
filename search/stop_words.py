"""Words that say nothing about what is looked for. Folded (search/words.py)."""

ENGLISH = """
a about am an and any are as at be because been being but by can could d did do does doing for
from had has have having he her hers him his how i if in into is it its just ll m may me might my
no nor not of off on once only or other our ours out over own please re s she should so some such
t than that the their them then there these they this those through to too until up ve very was
we were what when where which while who whom whose why will with would you your yours
"""

SPANISH = """
a al algo alguna algunas alguno algunos ante aquel aquella como con cual cuales cuando cuanto de
del desde donde dos e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estan
estas este esto estos ha han hay he la las le les lo los mas me mi mis muy ni no nos nosotros o
otra otras otro otros para pero por porque puede puedo que quien quienes se ser si sin sobre son
soy su sus tambien te tengo tiene tienen tu tus u un una unas uno unos usted y ya yo
"""

STOP_WORDS = {"en": frozenset(ENGLISH.split()), "es": frozenset(SPANISH.split())}

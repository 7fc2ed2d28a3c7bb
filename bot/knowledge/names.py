"""Names that the examples are made up with, and that tell who somebody is when a parent has them."""

from __future__ import annotations

#: A baker or a compass is missed by nobody: these are no words at all.
NAMES = frozenset(
    # People.
    "ahmed aksoy amira amrani anja annelies asante aya aydin bakker bas benali bilal boer boris "
    "boulahrouz bouzid bram brinkman brouwer carla chen daan dekker demir dijkstra dilara diop "
    "donkers duuk emanuels emre esther fatima fatma fenna fleur gerda gino groothuis guus haddad "
    "hans hartman hassan henk herrera hofman hoving idrissi ilias ingrid iryna jan jansen jayden "
    "jelle jim joost karin kaya kevin koopmans kovalenko lammers laurent leeuwen levi lina linda lisa "
    "liv lont lotte marieke marloes martis mats meijer merel mila milan mulder nadia naomi nguyen "
    "nina noah noor noori nowak olivier omar peeters peters petra pien piotr polak puck ramdin rayan "
    "rietveld rob rodrigues roos ruiter sabine sara scholten sem semih sharma stefan stevens stijn "
    "sven tesfay teun thijs thomas ties tim tom tromp tygo visser vries wessel wessels willem wolff "
    "wong yara yildirim yilmaz "
    # Schools, streets and towns.
    "arnhem breda kerkstraat klimboom kompas prins regenboog wegwijzer zuiderlyceum zwolle".split()
)
#: Ordinary words in small letters; with a capital inside a sentence they are somebody's.
NAMES_WITH_A_CAPITAL = frozenset(
    "ali ark dam dijk el graaf groot hof houten kok maas post vos zwart".split()
)

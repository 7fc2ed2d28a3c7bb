"""What a parent reads after two answers to a question that could not be used."""

from __future__ import annotations

HELP = {
    "kind": "Weet u niet welk verzoek u nodig hebt? Een medewerker kan u helpen kiezen.",
    "relation": "De school moet weten wie er vraagt, omdat niet iedereen dezelfde rechten heeft. "
    "Druk op de knop die het best past. Gezag betekent dat u officieel beslist over het kind.",
    "child_name": "De school heeft de naam nodig om het juiste dossier te vinden. Typ alleen de "
    "voornaam en achternaam.",
    "child_birth_date": "Met de geboortedatum weet de school zeker om welke leerling het gaat. "
    "Typ dag, maand en jaar, bijvoorbeeld 12-3-2014.",
    "standing": "U kunt hier verder gaan of stoppen. Een medewerker kan ook met u meedenken.",
    "school": "De naam van de school is genoeg, bijvoorbeeld ‘De Regenboog’.",
    "group": "Typ bijvoorbeeld ‘groep 6’ of ‘3B’. U mag dit ook overslaan.",
    "requester_name": "De school wil weten van wie het verzoek komt. Typ uw voornaam en achternaam.",
    "requester_email": "Op dit adres krijgt u antwoord. Het ziet eruit als naam@voorbeeld.nl. Hebt u "
    "geen e-mail? Dan kan een medewerker uw verzoek opnemen.",
    "requester_phone": "Typ tien cijfers, bijvoorbeeld 06 12345678. U mag dit ook overslaan.",
    "subject": "Een paar woorden zijn genoeg. De school vraagt het u als iets niet duidelijk is.",
    "period": "Typ bijvoorbeeld ‘schooljaar 2024-2025’ of ‘vanaf groep 5’. U mag dit ook overslaan.",
    "copy": "Typ ja of nee. Een kopie kost niets.",
    "correction": "Schrijf op wat er volgens u moet staan. Een bewijs kunt u later aan de school geven.",
    "statement": "Schrijf in uw eigen woorden hoe u het ziet. De school voegt dat toe aan het dossier.",
    "reason": "U hoeft geen reden te geven. U mag dit overslaan.",
    "situation": "De school weegt uw situatie af. Een of twee zinnen zijn genoeg.",
    "consent": "Noem waarvoor u eerder toestemming gaf, bijvoorbeeld foto's op de website.",
    "footage_moment": "Typ een dag en een tijd, bijvoorbeeld ‘12 november, rond 10.30 uur’. De school "
    "bewaart beelden vaak maar kort, dus wacht niet te lang.",
    "footage_place": "Typ bijvoorbeeld ‘bij de fietsenstalling’ of ‘de hal bij de ingang’.",
    "appearance": "Zo vindt de school de leerling op de beelden. U mag dit ook overslaan.",
    "details": "Schrijf op wat er gebeurde. Een paar zinnen zijn genoeg.",
    "wish": "Bijvoorbeeld ‘excuses’ of ‘dat het niet meer gebeurt’. U mag dit ook overslaan.",
}

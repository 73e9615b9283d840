"""What looks like a time and is none."""

import pytest

from selon.reading.times import find_times


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a été élu, il aurait été blessé et ils ont été arrêtés.",
        "Ils étaient sept, puis neuf, à fuir.",
        "La sonde s'est posée sur Mars, la planète Mars attire.",
        "Quelque 30.000 soldats, 1.200 blindés et 30 000 fusils.",
        "La résolution 2231 et la résolution 1701 restent lettre morte.",
        "Sur les 408 sondés, 1 004 personnes ont répondu.",
        "Un obus de 155 mm est tombé, puis un autre de 120 mm.",
        "Le suspect vit dans le 12e arrondissement.",
        "Le recours à l'art. 49-3 indigne, comme l'article 1900.",
        "Vilcourt l'a emporté 2-1, puis 3-0.",
        "Il a couru les 24 Heures de Vilcourt.",
        "Selon 20 Minutes, il ment.",
        "Le second a fui, la seconde attaque a échoué, une seconde explosion a retenti.",
        "Les Jeux d'hiver et les sports d'hiver.",
        "La mer. Il la regarde.",
        "Le Monde du 12 en parle.",
        "La 12e journée du championnat de handball.",
        "Les accords du Vendredi saint tiennent.",
        "Mai Lanvin a fui avec Noël Mamère et Avril Dumont.",
        "Un jour, il reviendra.",
        "La guerre de Trente Ans et la course des Six Jours.",
        "L'étoile est à 75 années-lumière du lac Saint-Jean.",
        "Plus de 2000 employés ont fui, 2000 manifestants sont restés.",
        "Le Tour de Vilcourt 2016 et la Coupe de la Ligue 2015.",
        "Le vol 1907, la loi 2004 et le Boeing 1950.",
        "Le drone a coûté 2000 euros, 1999 dollars et 2010 $.",
        "Le quotidien de Vilcourt et un hebdomadaire local.",
        "",
    ],
)
def test_it_is_no_time(text: str) -> None:
    assert [t.span.text for t in find_times(text, "2022-01-17")] == []

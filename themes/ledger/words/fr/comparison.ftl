### Décomptes côte à côte

side-by-side = Côte à côte
compare-label = { $one } face à { $other }
compare-caption-incident = Chacun compté depuis le jour de son incident.
compare-caption-own = Chacun compté depuis le début de sa propre attente.
compare-limit = Échéance
not-claimed = non avancé
what-differs = Ce qui diffère
differs-in-neither = Ni qui rend compte, ni le document, ni l’échéance.
who-reports = Qui rend compte : { $who }
anyone = auteur indifférent
ratio = Ratio
compare-bars = Jours 0 alignés ; une seule échelle. Une flèche : l’attente continue.

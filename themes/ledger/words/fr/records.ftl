### Fiches

by-authors = Par { $authors }
updated = mis à jour le { $date }
updated-first = Mis à jour le { $date }
filed-under = Classé sous : { $tags }
draft = Brouillon.
draft-text = Cette page n’est pas achevée et ne fait pas partie des fiches publiées.
article = Article
text = Texte
table = Tableau
alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
about = À propos de
country = Pays
own-site = Site officiel
owed = Documents attendus
owed-note = Documents que d’autres attendent de cette organisation, ou attendaient
about-it = Présentation
operated = Exploitation
operated-note = Incidents touchant ses installations ou ses services
published = Publié
newest-first = Du plus récent au plus ancien
happened = Date
ended = Fin
where = Lieu
operators =
    { $n ->
        [one] Exploitant
       *[other] Exploitants
    }
sector = Secteur
other-documents = Autres documents sur cet incident
not-applying = Obligations qui ne s’appliquent pas
not-applying-note = Aucun décompte ne court à ce titre
not-applying-why = Ne s’applique pas à cet incident : { $why }.
what-happened = Les faits
timeline = Chronologie
timeline-note = Du plus ancien au plus récent. Un carré signale un rapport ; un trait discontinu, ce qui est encore à venir.
timeline-block = Ce qui s’est passé et ce qui est attendu : { $incident }
timeline-incident = Incident
timeline-due-confidential = Échéance ; les dépôts sont confidentiels
timeline-expected = Attendu
no-date = sans date
day-zero = jour 0
figures = Chiffres
figures-note = Avec source et date
figures-label = Chiffres, et qui les donne
figures-conflict = Quand les sources divergent, chaque chiffre reste jusqu’à son retrait ; aucune moyenne n’est faite.
figure-what = Objet
figure = Chiffre
figure-source = Selon
figure-as-of = Au
figure-no-source = sans source
figure-no-day = sans date
commitments = Engagements
commitments-caption = Ce qui a été promis, par qui, et ce qu’on en sait.
promises-counted = { $n ->
    [one] { $n } engagement : { $states }.
   *[other] { $n } engagements : { $states }.
    }
count-of-state = { $n } : { $state }
commitment-promised = Promesse
commitment-by = Par
commitment-made = Faite le
commitment-due = Pour le
standing = État
not-named = non précisé
promise-passed = échéance dépassée ; toujours en suspens le { $date }
promise-unchecked = échéance atteinte, non vérifié
wait-open = { $days } depuis
wait-settled = { $days } jusqu’au dénouement
not-rated = Pas encore évalué
by-somebody = selon : { $by }
related = Autres incidents
related-note = Par exploitant, obligation et auteur des documents
related-operator = même exploitant : { $name }
related-duty = même obligation : { $name }
related-author = documents de : { $name }
answered-after =
    { $public ->
        [yes] publié { $days } après l’incident
       *[no] remis { $days } après l’incident
    }
answered-on =
    { $public ->
        [yes] publié le { $date }
       *[no] remis le { $date }
    }
answered-in =
    { $public ->
        [yes] publié en { $date }
       *[no] remis en { $date }
    }
set-aside = Annulé ou infirmé
set-aside-by = par : { $by }.
sets-aside = Annule ou infirme :
sets-aside-what = { $what }.
by = Par
handed-over = Remis
not-public = non public
taken-offline = Retiré du web
to-read = À lire
at-own-address = { $document } à l’adresse d’origine
archived-copy = copie archivée
stopped-by = Publication ({ $by }) de { $what }, { $date }.
stopped = Publication de { $what }, { $date }.
stopped-days-by = { $days } jusqu’à la publication ({ $by }) de { $what }, { $date }.
stopped-days = { $days } jusqu’à la publication de { $what }, { $date }.
stopped-what = ce qu’on attendait sur « { $title } »
stopped-proof = Le décompte s’est arrêté ce jour-là et ne bouge plus.
what-it-says = Ce que dit le document
what-was-done = Ce qui a été fait
findings = Constats
recommendations = Recommandations
recommendations-caption = L’état est le dernier que quelqu’un ait enregistré.
recommendation = Recommandation
recommendation-number = N°
recommendation-to = À
recommendation-due = Réponse due le
answer-passed = aucune trouvée au { $date }
answer-unchecked = personne n’a noté avoir cherché depuis
answers = Répond à
answers-note = Jours comptés à partir de chaque incident
reply = Droit de réponse
reply-note = Ce qui a été demandé, quand, et ce qui a été répondu
reply-asked = { $of } : question posée le { $date }.
reply-asked-by = { $of } : question posée le { $date } ({ $channel }).
reply-deadline = Réponse demandée d’ici au { $date }.
reply-answered = Réponse reçue le { $date }.
reply-none = Aucune réponse enregistrée au { $date }.
correction-was = Avant
correction-now = Maintenant
correction-why = Motif
sources = Sources
source-published = { $date }
source-read = consulté le { $date }
source-archived = copie archivée de la source { $n }

### La page de recherche

search = Recherche
    .summary = Toutes les pages de ce site, d’après les mots qu’elles contiennent.
search-found =
    { $n ->
        [one] { $count } page pour « { $query } »
       *[other] { $count } pages pour « { $query } »
    }
search-none = Aucune page ne contient tous les mots de « { $query } ». Essayez avec moins de mots, ou le début d’un mot.
search-failed = L’index n’a pas pu être chargé. Réessayez plus tard, ou passez par les listes ci-dessous.
search-folder = Votre navigateur ne laisse pas une page ouverte depuis un dossier lire l’index. La recherche fonctionne sur le site publié et dans l’aperçu ; ici, passez par les listes ci-dessous.
search-more = Afficher la suite
search-in = Langue
search-all-languages = Toutes les langues
search-go = Rechercher
search-no-script = La recherche demande JavaScript, que votre navigateur n’exécute pas ici. Ces listes mènent à toutes les pages.
search-lists = Listes
all-articles = Tous les articles
by-country = Par pays
by-sector = Par secteur
by-tag = Par mot-clé
kind-incident = Incident
kind-response = Réponse
kind-organisation = Organisation
kind-page = Page

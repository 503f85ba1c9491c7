### Corrections

corrections = Corrections
    .summary = Every mistake on this site that was put right: what it said, what it says now, and why.
corrections-count =
    { $n ->
        [one] { $n } correction
       *[other] { $n } corrections
    }
corrections-none = No record of this site has been corrected yet.

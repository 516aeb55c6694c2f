# Vokabulärens ord, det som sägs när det inte finns någon kod och ord som texterna delar.

api-soap = SOAP
api-rest = REST
api-data_ingestion = Data Ingestion

level-fault = SOAP-fel
level-http = HTTP-nivå
level-response = svarsnivå
level-record = postnivå
level-job = bulkjobb

standing-documented = dokumenterad
standing-unlisted = saknas i Marketos tabeller
standing-withdrawn = borttagen ur Marketos tabeller
standing-retired = avvecklad med SOAP-API:et 2026-07-31
standing-generic = HTTP:s egen betydelse, inte Marketos

category-authentication = autentisering
category-permission = behörighet
category-not_enabled = inte aktiverat
category-throttling = tillfällig begränsning
category-quota = kvot
category-invalid_request = ogiltig begäran
category-too_large = för stort eller för långt
category-unsupported = stöds inte
category-not_found = hittades inte
category-already_exists = finns redan
category-precondition = villkoret är inte uppfyllt
category-conflict = konflikt
category-timeout = överskriden tidsgräns
category-unavailable = otillgängligt
category-internal = internt fel
category-end_of_data = slut på data
category-no_change = ingen ändring

advice-fix_setup = avbryt tills någon har åtgärdat orsaken
advice-fix_request = rätta begäran
advice-contact_support = kontakta supporten
advice-reduce_request = minska begäran
advice-wait_for_quota_reset = vänta tills kvoten nollställs
advice-reauthenticate = autentisera på nytt
advice-wait_for_queue = vänta tills ett jobb är klart
advice-wait_for_rate_window = vänta tills tidsfönstret har passerat
advice-wait_for_slot = vänta tills ett pågående anrop är klart
advice-backoff = försök igen med allt längre väntetid
advice-treat_as_absent = utgå från att det inte finns
advice-accept = godta svaret

applied-no = inte utförd
applied-maybe = kan ha utförts

retry-yes = ja, enligt anvisningarna
retry-if_idempotent = bara om det inte skadar att begäran utförs två gånger
retry-after_reset = ja, men inte förrän kvoten har nollställts
retry-no = nej

escalate_to-developer = utvecklaren
escalate_to-admin = Marketo-administratören
escalate_to-account_manager = din kundansvariga hos Adobe (account manager)
escalate_to-support = Adobes support

basis-vendor = enligt Marketo
basis-inferred = härlett, inte dokumenterat

exempt_from_quota-yes = räknas varken mot dygnskvoten eller mot anropsgränsen
exempt_from_quota-not_documented = inte dokumenterat

grade-exact = exakt motsvarighet
grade-closest = ungefärlig motsvarighet

unit-bytes = byte
unit-kilobytes = kB
unit-megabytes = MB
unit-seconds = sekunder
unit-days = dagar
unit-years = år

scope-record = post
scope-request = begäran
scope-bulk_import_file = importfil
scope-activity_type = aktivitetstyp
scope-endpoint = slutpunkt
scope-instance = instans
scope-subscription = prenumeration

wait_at_least-endpoint_timeout = slutpunktens tidsgräns

resets-midnight_cst = kl. 00.00 CST (midnatt, amerikansk centraltid)
resets-not_documented = inte dokumenterat

outcome-success = inget fel
outcome-partial = fel i enskilda poster
outcome-error = fel
outcome-unrecognized = svaret kunde inte tolkas

remark-cut = Slutet av bodyn saknas. Det kan ha funnits fler fel.
remark-trailing_data = Efter svaret följer ytterligare data, som inte lästes.
remark-malformed = Bodyn är felformaterad. En del av den har kanske inte lästs.
remark-invalid_text = Några tecken var ogiltiga och byttes ut.
remark-duplicate_key = En nyckel förekommer två gånger i samma objekt.
remark-codes_disagree = Elementen code och faultstring anger olika koder. Den i code används.
remark-too_large = Bodyn är större än gränsen. Bara början lästes.
remark-too_deep = Elementen är nästlade djupare än vad gränsen tillåter. Resten lästes inte.
remark-too_many_findings = Det finns fler fel än gränsen tillåter. Resten räknades bara.
remark-dtd_refused = Dokumentet har en DTD, vilket inte är tillåtet. Resten lästes inte.
remark-status_disagrees = Enligt HTTP-statusen misslyckades anropet, men enligt bodyn lyckades det. Bodyn avgör.
remark-several_answers = Texten innehåller flera svar. Det första som misslyckades visas, annars det första.

# Det som sägs när det inte finns någon kod.

unknown-code = Okänd kod
    .note = Koden finns inte i katalogen.
    .step1 = Upprepa inte ett anrop som skapar eller uppdaterar något utan att först kontrollera om det redan har utförts.
    .step2 = Utgå från serverns meddelande, och kontakta utvecklaren om det inte hjälper.

unknown-no_code = Kod saknas
    .note = Servern angav ingen kod.
    .step1 = Upprepa inte ett anrop som skapar eller uppdaterar något utan att först kontrollera om det redan har utförts.
    .step2 = Utgå från serverns meddelande, och kontakta utvecklaren om det inte hjälper.

unknown-job_failed = Bulkjobbet misslyckades
    .note = Anropet lyckades, men jobbet som det gällde har statusen Failed.
    .step1 = Rätta jobbets fil eller filter och skapa ett nytt jobb.
    .step2 = Serverns meddelande i jobbets status talar om vad som ska rättas, om det finns något.

unknown-job_rows_failed = Vissa rader i bulkimporten misslyckades
    .specific = Bulkimport: misslyckade rader: { NUMBER($rows_failed) }
    .note = Jobbet är klart. De övriga raderna har importerats.
    .step1 = Hämta jobbets failures.json: den innehåller varje misslyckad rad och orsaken.
    .step2 = Rätta raderna och importera bara dem igen.

unknown-status_false = Listoperationen svarar false för leadet
    .note = Om frågan gällde medlemskap är false ett svar: leadet finns inte i listan. Om leadet skulle läggas till eller tas bort har det inte skett.
    .step1 = Om anropet frågade om leadet finns i listan, fortsätt.
    .step2 = Om anropet skulle lägga till eller ta bort leadet, lägg det åt sidan och be utvecklaren kontrollera leadet och listan.

# Ord som texterna delar. Siffrorna är argument.

words-again =
    { $attempts ->
        [2] en gång till
       *[other] igen, högst { NUMBER($attempts) } försök totalt
    }
words-attempts = högst { NUMBER($attempts) } försök totalt
words-minutes =
    { $minutes ->
        [one] { NUMBER($minutes) } minut
       *[other] { NUMBER($minutes) } minuter
    }
words-seconds =
    { $seconds ->
        [one] { NUMBER($seconds) } sekund
       *[other] { NUMBER($seconds) } sekunder
    }
words-calls = { NUMBER($calls) } anrop
words-recommended = { NUMBER($recommended) } anrop
words-days =
    { $days ->
        [one] { NUMBER($days) } dag
       *[other] { NUMBER($days) } dagar
    }
words-token =
    { $token ->
        [one] { NUMBER($token) } sekund
       *[other] { NUMBER($token) } sekunder
    }
words-concurrent =
    { $concurrent_calls ->
        [one] { NUMBER($concurrent_calls) } samtidigt anrop
       *[other] { NUMBER($concurrent_calls) } samtidiga anrop
    }
words-lead_keys =
    { $lead_keys ->
        [one] { NUMBER($lead_keys) } lead
       *[other] { NUMBER($lead_keys) } leads
    }
words-results =
    { $results ->
        [one] { NUMBER($results) } lead
       *[other] { NUMBER($results) } leads
    }
words-list_members =
    { $list_members ->
        [one] { NUMBER($list_members) } lead
       *[other] { NUMBER($list_members) } leads
    }
words-queued_imports =
    { $queued_imports ->
        [one] { NUMBER($queued_imports) } import
       *[other] { NUMBER($queued_imports) } importer
    }
words-clones =
    { $clones ->
        [one] { NUMBER($clones) } gång
       *[other] { NUMBER($clones) } gånger
    }
words-secondary_attributes =
    { $secondary_attributes ->
        [one] { NUMBER($secondary_attributes) } sekundärt attribut
       *[other] { NUMBER($secondary_attributes) } sekundära attribut
    }
words-queued_exports = { NUMBER($queued_exports) } Bulk Extract-jobb
words-years_ahead = { NUMBER($years_ahead) } år
words-bytes = { NUMBER($bytes) } byte
words-lead_ids =
    { $lead_ids ->
        [one] { NUMBER($lead_ids) } id
       *[other] { NUMBER($lead_ids) } id:n
    }

# Fel i Data Ingestion API, ett meddelande per kod.

data_ingestion-401013 = Åtkomsttoken är ogiltig
    .note = Tokenen i headern X-Mkto-User-Token godtas inte. Den hämtas från samma Identity-slutpunkt som tokenen för REST-API:et.
    .step1 = Autentisera på nytt: hämta en ny åtkomsttoken från Identity-slutpunkten och skicka begäran { words-again }.
    .step2 = Om även den nya tokenen avvisas, be Marketo-administratören kontrollera client_id och client_secret.

data_ingestion-403010 = Åtkomsttoken saknas
    .note = Begäran har ingen token i headern X-Mkto-User-Token. Det här API:et godtar ingen token i frågesträngen.
    .step1 = Autentisera på nytt: hämta en ny åtkomsttoken från Identity-slutpunkten, ange den i headern X-Mkto-User-Token och skicka begäran { words-again }.
    .step2 = Om det inte hjälper, be utvecklaren kontrollera att headern X-Mkto-User-Token verkligen skickas.

data_ingestion-404040 = Resursen hittades inte
    .note = Sökvägen i URL:en motsvarar ingen resurs i Data Ingestion API. Sökvägen ska innehålla instansens Munchkin-id och, för ett anpassat objekt, objektets API-namn.
    .step1 = Be utvecklaren kontrollera Munchkin-id:t och namnen i sökvägen och rätta URL:en.

data_ingestion-429001 = Tjänstens användningsgräns har nåtts
    .note = För många anrop har gjorts. Varken gränsens storlek eller dess tidsfönster är dokumenterat.
    .step1 = Försök igen med allt längre väntetid, { words-attempts }.
    .step2 = Om det inte hjälper, be utvecklaren sprida ut anropen.

data_ingestion-4000801 = Ogiltig begäran
    .note = Tjänsten kan inte behandla begäran så som den är uppbyggd. Serverns meddelande kan säga mer.
    .step1 = Be utvecklaren jämföra bodyn och headrarna med dokumentationen för slutpunkten och rätta begäran.

data_ingestion-4000802 = Ogiltiga data
    .note = Begäran är rätt uppbyggd, men ett eller flera värden i den godtas inte. Serverns meddelande kan ange fältet.
    .step1 = Be utvecklaren läsa serverns meddelande och rätta de data som anges där.

data_ingestion-4030801 = Behörighet saknas
    .note = API-användaren saknar den behörighet som slutpunkten kräver: Read-Write Lead, Read-Write Company eller Read-Write Custom Object. Prenumerationen måste också omfatta Data Ingestion API.
    .step1 = Avbryt tills någon har åtgärdat orsaken: klientprogrammet kan inte åtgärda felet.
    .step2 = Be Marketo-administratören kontrollera API-användarens roll och om prenumerationen omfattar Data Ingestion API.

data_ingestion-4290801 = Dygnskvoten är förbrukad
    .note = Kvoten gäller det som prenumerationen får skicka till det här API:et under ett dygn. Varken kvotens storlek eller när den nollställs är dokumenterat.
    .step1 = Vänta tills kvoten nollställs: skicka inget mer i dag och skicka begäran { words-again } nästa dygn.
    .step2 = Om kvoten ofta tar slut, be din kundansvariga hos Adobe (account manager) höja den.

data_ingestion-5000801 = Internt serverfel
    .note = Ett oväntat fel inträffade i tjänsten. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, rapportera felet till Adobes support och ange värdet i svarets X-Request-Id-header.

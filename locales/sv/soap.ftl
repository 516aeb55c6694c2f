# Fel i SOAP-API:et, ett meddelande per kod.

soap-10001 = Internt fel: allvarligt systemfel
    .note = Felet ligger hos Marketo. Inget i dokumentationen tyder på att begäran är orsaken. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, skicka begäran och svaret till Adobes support, men ta först bort autentiseringsuppgifter och personuppgifter.

soap-20011 = Internt fel i API-tjänsten
    .note = Något gick fel hos Marketo när begäran behandlades. Koden säger inte vad. Begäran kan ändå ha utförts.
    .step1 = Om anropet skapar eller uppdaterar något, kontrollera före varje försök att det inte redan har utförts.
    .step2 = Försök igen med allt längre väntetid, { words-attempts }.
    .step3 = Om det inte hjälper, skicka begäran och svaret till Adobes support, men ta först bort autentiseringsuppgifter och personuppgifter.

soap-20012 = Begäran kunde inte tolkas
    .note = Tjänsten väntade sig ett annat SOAP-meddelande. Antingen innehåller Body fel element, eller så är Envelope ogiltigt eller felaktigt uppbyggt.
    .step1 = Be utvecklaren jämföra Envelope och elementet i Body med WSDL-filen och rätta SOAP-meddelandet.

soap-20013 = Åtkomst nekad
    .note = Klienten är spärrad och får inte anropa API:et. Vem som har spärrat den, varför och hur länge är inte dokumenterat. Ogiltiga autentiseringsuppgifter ger i stället 20014.
    .step1 = Avbryt tills spärren har hävts: klientprogrammet kan inte åtgärda felet.
    .step2 = Be Marketo-administratören ta reda på varför klienten är spärrad och se till att spärren hävs.

soap-20014 = Autentiseringen misslyckades
    .note = Antingen är mktowsUserId fel, eller så stämmer inte requestSignature. Signaturen beräknas över requestTimestamp följt av mktowsUserId, med HMAC-SHA1 och krypteringsnyckeln.
    .step1 = Avbryt tills mktowsUserId och krypteringsnyckeln stämmer: en ny signatur med samma nyckel hjälper inte.
    .step2 = Läs in mktowsUserId och krypteringsnyckeln på nytt från den plats där de förvaras och skicka begäran igen bara om något av värdena har ändrats.
    .step3 = Om det inte hjälper, be Marketo-administratören kontrollera mktowsUserId och krypteringsnyckeln och vid behov skapa nya autentiseringsuppgifter.

soap-20015 = Dygnskvoten för anrop är förbrukad
    .note = Kvoten för hela prenumerationen är { words-calls } per dygn, om den inte har höjts. Den nollställs kl. 00.00 CST (midnatt, amerikansk centraltid).
    .step1 = Vänta tills kvoten nollställs, kl. 06.00 UTC (eventuellt 05.00 under amerikansk sommartid), och skicka sedan begäran { words-again }.
    .step2 = Om kvoten ofta tar slut, be din kundansvariga hos Adobe (account manager) höja den.

soap-20016 = Begärans giltighetstid har gått ut
    .note = Signaturen är för gammal: requestTimestamp ligger för långt tillbaka i tiden, och därför gäller inte requestSignature längre. Hur länge en signatur gäller är inte dokumenterat.
    .step1 = Autentisera på nytt: skapa en ny tidsstämpel och en ny signatur och skicka begäran { words-again }.
    .step2 = Om det händer igen, kontrollera klockan på den dator som skapar signaturen.
    .step3 = Om det inte hjälper, kontakta Marketo-administratören.

soap-20017 = Ogiltig begäran
    .note = I begäran saknas en parameter som operationen kräver.
    .step1 = Be utvecklaren jämföra begäran med WSDL-filen och ange den parameter som saknas.

soap-20019 = Operationen stöds inte
    .note = Den anropade operationen är inte definierad i WSDL-filen. Den kan finnas i en annan version av filen.
    .step1 = Be utvecklaren kontrollera operationens namn och WSDL-filens version och rätta anropet.

soap-20022 = Tidsintervallet i frågefiltret överskrider gränsen
    .note = Det är mer än { words-days } mellan oldestUpdatedAt och latestUpdatedAt.
    .step1 = Minska begäran: dela upp intervallet i perioder på högst { words-days } och skicka en begäran för varje period.
    .step2 = Om begäran för någon av perioderna avvisas, be utvecklaren kontrollera oldestUpdatedAt och latestUpdatedAt.

soap-20023 = Anropsgränsen har överskridits
    .note = Gränsen är { words-calls } på { words-seconds } för hela instansen.
    .step1 = Vänta tills tidsfönstret har passerat ({ words-seconds }) och skicka begäran igen, { words-attempts }.
    .step2 = Om det inte hjälper, be utvecklaren sprida ut anropen.

soap-20024 = Gränsen för samtidiga anrop har överskridits
    .note = Gränsen är { words-concurrent } för hela instansen.
    .step1 = Vänta tills ett pågående anrop är klart och skicka begäran igen, { words-attempts }.
    .step2 = Om det inte hjälper, be utvecklaren minska antalet samtidiga anrop.

soap-20101 = Leadnyckel krävs
    .note = Elementet leadKey är obligatoriskt men saknas.
    .step1 = Be utvecklaren rätta begäran genom att lägga till elementet leadKey, med keyType och keyValue.

soap-20102 = Ogiltig leadnyckel
    .note = Enligt dokumentationen är värdet i keyType ogiltigt. Koden används även när keyValue är null.
    .step1 = Be utvecklaren ange en keyType som LeadKeyType i WSDL-filen tillåter och se till att keyValue inte är null.

soap-20103 = Leadet hittades inte
    .specific = Inget lead hittades via nyckeltypen ”{ $key_type }”
    .note = Värdet i leadKey matchar inget lead. Det är ett vanligt svar på en sökning. Serverns meddelande upprepar nyckelvärdet, som kan vara en personuppgift.
    .step1 = Utgå från att leadet inte finns: sökningen gav inga träffar, eller så fanns det inget att ta bort.
    .step2 = Om anropet försökte skapa eller uppdatera leadet, lägg posten åt sidan och fortsätt med resten.
    .step3 = Om leadet borde finnas, be utvecklaren kontrollera keyType och keyValue.

soap-20104 = Leadinformation krävs
    .note = Elementet leadRecord är obligatoriskt men saknas.
    .step1 = Be utvecklaren rätta begäran genom att lägga till elementet leadRecord, med leadets data.

soap-20105 = Okänt leadattribut
    .specific = Okänt leadattribut ”{ $field }”
    .note = Ett attribut i leadRecord har ett namn som inte motsvarar något leadfält.
    .step1 = Be utvecklaren rätta namnet i attrName eller utelämna attributet.

soap-20106 = Leadsynkroniseringen misslyckades
    .note = Enligt svaret kunde leadet i leadRecord inte skapas eller uppdateras. Koden säger inte varför. Ändringen kan ändå ha utförts.
    .step1 = Skicka inte begäran igen, utan kontrollera om leadet har skapats eller uppdaterats.
    .step2 = Om leadet inte har skapats eller uppdaterats, lägg posten åt sidan och fortsätt med resten.
    .step3 = Kontakta supporten: skicka begäran och svaret till Adobes support, men ta först bort autentiseringsuppgifter och personuppgifter.

soap-20107 = Ogiltig aktivitetsnyckel
    .note = Aktivitetstypen i activityFilter är ogiltig.
    .step1 = Be utvecklaren rätta activityType i activityFilter till ett värde som WSDL-filen tillåter.

soap-20108 = Leadägaren hittades inte
    .note = Värdet i leadKey pekar på en ägare som inte finns.
    .step1 = Be utvecklaren rätta keyType och keyValue i leadKey så att de anger en leadägare som finns.

soap-20109 = Obligatorisk parameter saknas
    .note = Ett parametervärde är null eller har inte angetts.
    .step1 = Be utvecklaren ange ett värde för varje parameter som operationen kräver.

soap-20110 = Ogiltig parameter
    .note = Ett värde i begäran går inte att använda, och serverns meddelande kan säga vilket. Koden används även när getLeadChanges anropas med fler än { words-lead_keys } i LeadKeySelector, och när parametrarna i requestCampaign inte går att kombinera.
    .step1 = Be utvecklaren läsa serverns meddelande och rätta det som anges där.
    .step2 = Om anropet gäller getLeadChanges, be utvecklaren ange högst { words-lead_keys } i LeadKeySelector.

soap-20111 = Listan hittades inte
    .note = Värdet i listKey pekar på en lista som inte finns.
    .step1 = Be utvecklaren rätta keyType och keyValue i listKey så att de anger en lista som finns.

soap-20113 = Kampanjen hittades inte
    .note = Begäran anger en kampanj som inte finns.
    .step1 = Be utvecklaren rätta campaignId, eller campaignName och programName, så att begäran anger en kampanj som finns.

soap-20114 = Ogiltig parameter
    .note = Ett värde i begäran går inte att använda. Dokumentationen säger inte hur koden skiljer sig från 20110.
    .step1 = Be utvecklaren läsa serverns meddelande och rätta det som anges där.

soap-20122 = Ogiltig strömposition
    .note = Värdet i streamPosition går inte att använda. Det kan vara påhittat, ändrat eller hämtat från ett annat anrop.
    .step1 = Rätta begäran: använd värdet i streamPosition eller startPosition oförändrat från föregående svar i samma anropsserie.
    .step2 = Om du inte har värdet kvar, starta om anropsserien från början.
    .step3 = Om även det misslyckas, be utvecklaren ta reda på var värdet ändras.

soap-20123 = Slut på dataströmmen
    .note = Enligt streamPosition finns det inga fler poster att hämta. Det är inget fel.
    .step1 = Godta svaret och fortsätt med de poster som du har hämtat.
    .step2 = Skicka inte samma streamPosition eller startPosition igen.

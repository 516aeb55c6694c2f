# Fel i SOAP-API:et, ett meddelande per kod.

soap-10001 = Internt fel (allvarligt systemfel)
    .note = Felet ligger hos Marketo, och inget i dokumentationen tyder på att begäran är orsaken. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna begäran och svaret till Adobes support, utan autentiseringsuppgifter och personuppgifter.

soap-20011 = Internt fel i API-tjänsten
    .note = Något gick fel hos Marketo när begäran behandlades. Koden säger inte vad. Begäran kan ändå ha utförts.
    .remedy = Vänta och försök igen högst tre gånger, med allt längre väntetid mellan försöken. Innan du upprepar ett anrop som skapar eller uppdaterar något, kontrollera att det inte redan har utförts. Om det inte hjälper, lämna begäran och svaret till Adobes support, utan autentiseringsuppgifter och personuppgifter.

soap-20012 = Begäran kunde inte tolkas
    .note = Tjänsten väntade sig ett annat SOAP-meddelande. Antingen är elementet i Body fel, eller så är Envelope fel eller felaktigt uppbyggt.
    .remedy = Jämför Envelope och elementet i Body med WSDL-filen, och rätta SOAP-meddelandet. En oförändrad begäran ger samma fel igen.

soap-20013 = Åtkomst nekad
    .note = Klienten är spärrad och får inte anropa API:et. Av vem, varför och hur länge är inte dokumenterat. Felaktiga autentiseringsuppgifter ger i stället 20014.
    .remedy = Avbryt, för klientprogrammet kan inte lösa felet. Be Marketo-administratören att ta reda på varför klienten är spärrad och se till att spärren hävs.

soap-20014 = Autentiseringen misslyckades
    .note = Autentiseringsuppgifterna är ogiltiga. Antingen är mktowsUserId fel, eller så stämmer inte requestSignature. Signaturen beräknas över requestTimestamp följt av mktowsUserId, med HMAC-SHA1 och krypteringsnyckeln.
    .remedy = Avbryt, för en ny signatur med samma krypteringsnyckel ger samma fel igen. Läs in mktowsUserId och nyckeln en gång till från den plats där de förvaras, och gör ett enda nytt försök om något av värdena har ändrats. Om det inte hjälper, be Marketo-administratören att kontrollera båda och ta fram nya autentiseringsuppgifter.

soap-20015 = Dygnskvoten för anrop är förbrukad
    .note = Kvoten gäller hela prenumerationen och är som standard { NUMBER($calls) } anrop per dygn. Den nollställs kl. 00.00 CST (midnatt, amerikansk centraltid).
    .remedy = Gör inga fler anrop förrän kvoten har nollställts, och låt klientprogrammet räkna ut den lokala tiden (i Sverige är det på morgonen). Skicka sedan begäran en gång till. Om kvoten ofta tar slut, be din kundansvariga hos Adobe (account manager) att höja den.

soap-20016 = Begäran har gått ut
    .note = Signaturen är för gammal: requestTimestamp ligger för långt tillbaka i tiden, och därför gäller inte requestSignature längre. Hur länge en signatur gäller är inte dokumenterat.
    .remedy = Skapa en ny tidsstämpel och en ny signatur och skicka begäran en gång till. Om det händer igen, kontrollera datorns klocka. Om det inte hjälper, lämna felet till Marketo-administratören.

soap-20017 = Ogiltig begäran
    .note = En parameter som operationen kräver saknas.
    .remedy = Jämför begäran med WSDL-filen och lägg till den parameter som saknas. En oförändrad begäran ger samma fel igen.

soap-20019 = Operationen stöds inte
    .note = Den anropade operationen är inte definierad i WSDL-filen. Den kan finnas i en annan version av filen.
    .remedy = Kontrollera operationens namn och WSDL-filens version, och rätta anropet. En oförändrad begäran ger samma fel igen.

soap-20022 = Tidsintervallet i frågefiltret överskrider gränsen
    .note = Det är mer än { NUMBER($days) } dagar mellan oldestUpdatedAt och latestUpdatedAt.
    .remedy = Dela upp intervallet i delar på högst { NUMBER($days) } dagar och skicka en begäran för varje del. Om även en sådan del nekas, avbryt och låt utvecklaren kontrollera båda tidpunkterna.

soap-20023 = Anropsgränsen (rate limit) har överskridits
    .note = Fler än { NUMBER($calls) } anrop gjordes under de senaste { NUMBER($seconds) } sekunderna. Gränsen gäller hela instansen.
    .remedy = Vänta { NUMBER($seconds) } sekunder före nästa anrop, och skicka sedan begäran igen. Avbryt efter tre försök och låt utvecklaren sprida ut anropen.

soap-20024 = Gränsen för samtidiga anrop har överskridits
    .note = Fler än { NUMBER($concurrent_calls) } anrop pågick samtidigt. Gränsen gäller hela instansen.
    .remedy = Vänta några sekunder tills ett av de pågående anropen är klart, och skicka sedan begäran igen. Avbryt efter tre försök och låt utvecklaren minska antalet samtidiga anrop.

soap-20101 = Leadnyckel krävs
    .note = LeadKey är obligatorisk men har inte angetts.
    .remedy = Lägg till elementet leadKey, med keyType och keyValue, i begäran. En oförändrad begäran ger samma fel igen.

soap-20102 = Leadnyckeln är felaktig
    .note = Enligt dokumentationen är värdet i LeadKeyType inte giltigt. Koden kommer även när nyckelvärdet är null.
    .remedy = Ge keyType ett värde som LeadKeyType i WSDL-filen tillåter, och se till att keyValue inte är null. En oförändrad begäran ger samma fel igen.

soap-20103 = Leadet hittades inte
    .specific = Leadet hittades inte med nyckeltypen ”{ $key_type }”
    .note = Värdet i LeadKey matchar inget lead, vilket är ett vanligt svar på en sökning. Ett lead som du inte får se ger samma svar som ett som inte finns. Serverns text upprepar nyckelvärdet, som kan vara en personuppgift.
    .remedy = Godta svaret: en sökning gav inget, och en borttagning är redan gjord. Om posten skulle skrivas, lägg den åt sidan och fortsätt med de andra. Om leadet borde finnas, låt utvecklaren kontrollera keyType och keyValue.

soap-20104 = Leadinformation krävs
    .note = LeadRecord är obligatorisk men har inte angetts.
    .remedy = Lägg till elementet leadRecord, med leadets data, i begäran. En oförändrad begäran ger samma fel igen.

soap-20105 = Felaktigt leadattribut
    .specific = Felaktigt leadattribut ”{ $field }”
    .note = Ett attribut i LeadRecord har ett okänt namn.
    .remedy = Rätta namnet i attrName, eller utelämna attributet. En oförändrad begäran ger samma fel igen.

soap-20106 = Leadsynkroniseringen misslyckades
    .note = Enligt svaret kunde leadet i LeadRecord inte skapas eller uppdateras. Koden säger inte varför. Ändringen kan ändå ha utförts.
    .remedy = Skicka inte begäran igen, utan kontrollera om leadet har skapats eller uppdaterats. Om det inte har det, lägg posten åt sidan och fortsätt med de andra. Lämna begäran och svaret till Adobes support, utan autentiseringsuppgifter och personuppgifter.

soap-20107 = Ogiltig aktivitetsnyckel
    .note = Aktivitetstypen i LeadActivityFilter är inte giltig.
    .remedy = Ge activityType i activityFilter ett värde som WSDL-filen tillåter. En oförändrad begäran ger samma fel igen.

soap-20108 = Leadägaren hittades inte
    .note = LeadKey anger en ägare som inte finns.
    .remedy = Rätta keyType och keyValue i leadKey så att de anger en leadägare som finns. En oförändrad begäran ger samma fel igen.

soap-20109 = Obligatorisk parameter saknas
    .note = Ett parametervärde är null eller har inte angetts.
    .remedy = Ange ett värde för varje obligatorisk parameter i operationen. En oförändrad begäran ger samma fel igen.

soap-20110 = Felaktig parameter
    .note = Ett värde i begäran går inte att använda. Koden kommer även när getLeadChanges anropas med fler än { NUMBER($lead_keys) } leads i LeadKeySelector, och när parametrarna i requestCampaign inte går att kombinera.
    .remedy = Använd serverns text som ledtråd och rätta parametrarna. Ange högst { NUMBER($lead_keys) } leads i LeadKeySelector i varje anrop till getLeadChanges. En oförändrad begäran ger samma fel igen.

soap-20111 = Listan hittades inte
    .note = ListKey anger en lista som inte finns.
    .remedy = Rätta keyType och keyValue i listKey så att de anger en lista som finns. En oförändrad begäran ger samma fel igen.

soap-20113 = Kampanjen hittades inte
    .note = Begäran anger en kampanj som inte finns.
    .remedy = Rätta campaignId, eller campaignName och programName, så att begäran anger en kampanj som finns. En oförändrad begäran ger samma fel igen.

soap-20114 = Felaktig parameter
    .note = Ett värde i begäran går inte att använda. Dokumentationen anger ingen skillnad mot 20110.
    .remedy = Använd serverns text som ledtråd och rätta värdet. En oförändrad begäran ger samma fel igen.

soap-20122 = Ogiltig strömposition
    .note = Värdet i streamPosition går inte att använda. Det kan vara påhittat, ändrat eller hämtat från ett annat anrop.
    .remedy = Skicka vidare värdet i streamPosition eller startPosition oförändrat från föregående svar i samma serie anrop. Om du inte har det kvar, börja om serien från början, en enda gång. Om även det misslyckas, låt utvecklaren ta reda på var värdet ändras.

soap-20123 = Slut på dataströmmen
    .note = Enligt streamPosition finns det inga fler poster att hämta. Det är inget fel.
    .remedy = Godta svaret och fortsätt med de poster som du har hämtat. Skicka inte samma streamPosition eller startPosition igen.

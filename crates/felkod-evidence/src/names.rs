//! Which names have secrets as their values, and which have none.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use crate::Kind;

/// What the name of a value says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The value is hidden, whatever it is.
    Hide(Kind),
    /// The value is looked into.
    Keep,
    /// The value is looked into; where it is a number, it is an id, a time, or a size.
    Number,
    /// The items of a response: what has no name to be kept is a lead's.
    Result,
    /// Cookies: their values are hidden.
    Cookies,
}

use Rule::{Cookies, Hide, Keep, Number, Result as Items};

/// Names as they read without case, dashes, and underscores.
const NAMES: &[(Rule, &str)] = &[
    (
        Hide(Kind::User),
        "mktowsuserid partnerid clientid username user login userid apiuserid apiusername apiuser uid",
    ),
    (Hide(Kind::Email), "email emailaddress mail emails emailaddresses"),
    (
        Hide(Kind::Phone),
        "phone phonenumber mobile mobilephone mainphone fax telephone tel cell cellphone homephone workphone",
    ),
    (
        Hide(Kind::PersonalNumber),
        "personnummer personalnumber personalidentitynumber ssn socialsecuritynumber",
    ),
    (
        Hide(Kind::Token),
        "accesstoken token xmktousertoken mkttok identitytoken idtoken refreshtoken bearer authtoken sessiontoken jwt \
         apitoken csrftoken xcsrftoken xxsrftoken usertoken",
    ),
    (
        Hide(Kind::Secret),
        "requestsignature clientsecret xmarketoclientsecret secret password passwd passphrase pwd pass apikey \
         xapikey accesskey secretkey privatekey encryptionkey signature credential credentials apisecret \
         sharedsecret authkey secretaccesskey",
    ),
    (Hide(Kind::Cookie), "marketocookie mktotrk jsessionid sessionid phpsessid session sid"),
    (
        Hide(Kind::Credentials),
        "authorization proxyauthorization authentication xauthorization xauth xauthtoken wwwauthorization basicauth auth",
    ),
    (Cookies, "cookie setcookie cookies setcookie2 cookie2 cookiejar"),
    (
        Hide(Kind::Personal),
        "keyvalue attrvalue foreignsyspersonid filtervalues filtervalue input firstname lastname middlename fullname \
         company companyname address street streetaddress postalcode zip zipcode city dateofbirth birthday dob \
         leadname personname givenname familyname surname salutation jobtitle anonymousip ipaddress ip \
         xforwardedfor clientip inferredcompany inferredcity twitterdisplayname \
         primaryattributevalue foreignsysorgid sfdccontactid billingstreet billingcity billingpostalcode website \
         mktoname contactcompany linkedindisplayname facebookdisplayname",
    ),
    (Items, "result results leadrecord leadattributelist attribute"),
    (
        Keep,
        "contentdisposition contenttransferencoding status success nextpagetoken pagingtoken moreresult tokentype type format apiname name \
         displayname datatype rest soap readonly description operation importoperation action \
         lookupfield partitionname workspace workspacename leadpartition method httpversion \
         statustext mimetype encoding contenttype version connect dns blocked ssl server useragent \
         host accept path url httpurl level logger message msg reasons errors warnings error reason \
         fields field filtertype attrname attrtype keytype faultstring page fieldname leadchangetype \
         statusname programname attributes values names relatedto dedupefields searchablefields \
         idfield relationships channel folder tags created updated data records href rel detail \
         details request response headers body text content params query querystring",
    ),
    (
        Number,
        "requestid requesttimestamp code errorcode id leadid ids timestamp time date createdat \
         updatedat newstreamposition streamposition expiresin expires seq count total totalcount \
         batchid importid exportid jobid activitytypeid activitydate activityid listid programid \
         campaignid assetid folderid queuedat startedat finishedat filesize numberofrecords \
         numofleadsprocessed numofrowsfailed numofrowswithwarning numofrowswithwarnings filechecksum \
         length size headerssize bodysize compression contentlength starteddatetime wait send receive port line \
         faultcode xrequestid traceid spanid correlationid duration elapsed attempt offset limit \
         batchsize maxreturn membershipdate primaryattributevalueid marketoguid",
    ),
];

/// The ends of names that are not in the list: `user_password`, `X-Some-Token`.
const ENDS: &[(&str, Kind)] = &[
    ("password", Kind::Secret),
    ("passwd", Kind::Secret),
    ("passphrase", Kind::Secret),
    ("secret", Kind::Secret),
    ("secretkey", Kind::Secret),
    ("apikey", Kind::Secret),
    ("accesskey", Kind::Secret),
    ("privatekey", Kind::Secret),
    ("signature", Kind::Secret),
    ("credentials", Kind::Credentials),
    ("authorization", Kind::Credentials),
    ("token", Kind::Token),
    ("cookie", Kind::Cookie),
    ("email", Kind::Email),
    ("emailaddress", Kind::Email),
    ("phone", Kind::Phone),
    ("phonenumber", Kind::Phone),
    ("mobilephone", Kind::Phone),
    ("personnummer", Kind::PersonalNumber),
    ("clientid", Kind::User),
    ("firstname", Kind::Personal),
    ("lastname", Kind::Personal),
    ("fullname", Kind::Personal),
    ("username", Kind::User),
    ("userid", Kind::User),
];

/// What stays in the strength `strict` where its value has a plain form: structure, codes, times, and sizes.
const STRICT: &str = "requestid requesttimestamp code errorcode status success timestamp time date createdat updatedat \
    moreresult expiresin tokentype seq type count total totalcount activitytypeid activitydate queuedat startedat \
    finishedat filesize numberofrecords numofleadsprocessed numofrowsfailed numofrowswithwarning format apiname name \
    datatype length operation importoperation action lookupfield method httpversion statustext mimetype size headerssize \
    bodysize compression encoding contenttype contentlength version starteddatetime wait send receive connect dns blocked ssl port \
    level filtertype attrname attrtype keytype faultcode xrequestid duration elapsed attempt offset limit batchsize \
    maxreturn fieldname fields dedupefields idfield line url";

/// The longest name that is looked up; a longer one is no name.
const LONGEST: usize = 80;

/// Names with their rules: those that are built in, and those that were added.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    own: HashMap<Vec<u8>, Rule>,
    /// The last two letters of the names that hide, or that other names depend on.
    ends: [u64; PAIRS],
}

/// The names that are built in.
#[derive(Debug)]
struct Lists {
    /// Names of up to 16 letters, each at the place that its letters give or after it.
    short: Box<[(u128, Option<Rule>)]>,
    long: HashMap<&'static [u8], Rule>,
    strict: HashSet<&'static [u8]>,
    ends: [u64; PAIRS],
}

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::new);

/// How many places there are for short names.
const PLACES: usize = 1 << 10;

/// How many words the pairs of two letters or digits take, one bit each.
const PAIRS: usize = (37 * 37_usize).div_ceil(64);

/// The place of a pair in the bits.
fn pair(first: u8, last: u8) -> (usize, u64) {
    let place = |byte: u8| match byte.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => usize::from(letter - b'a'),
        digit @ b'0'..=b'9' => usize::from(digit - b'0') + 26,
        _ => 36,
    };
    let place = place(first) * 37 + place(last);
    (place / 64, 1 << (place % 64))
}

fn add_end(ends: &mut [u64; PAIRS], name: &[u8]) {
    if let [.., first, last] = name {
        let (word, bit) = pair(*first, *last);
        ends[word] |= bit;
    }
}

const fn hides(rule: Rule) -> bool {
    matches!(rule, Hide(_) | Cookies | Items)
}

impl Lists {
    fn new() -> Self {
        let mut lists = Self {
            short: vec![(0, None); PLACES].into(),
            long: HashMap::new(),
            strict: STRICT.split_ascii_whitespace().map(str::as_bytes).collect(),
            ends: [0; PAIRS],
        };
        let names = NAMES
            .iter()
            .flat_map(|(rule, names)| names.split_ascii_whitespace().map(|name| (*rule, name.as_bytes())));
        for (rule, name) in names {
            if let Some(letters) = short(name) {
                let mut place = place(letters);
                while lists.short[place].1.is_some() {
                    place = (place + 1) % PLACES;
                }
                lists.short[place] = (letters, Some(rule));
            } else {
                lists.long.insert(name, rule);
            }
            if hides(rule) {
                add_end(&mut lists.ends, name);
            }
        }
        for (end, _) in ENDS {
            add_end(&mut lists.ends, end.as_bytes());
        }
        lists
    }

    fn rule(&self, name: &[u8]) -> Option<Rule> {
        short(name).map_or_else(|| self.long.get(name).copied(), |letters| self.short_rule(letters))
    }

    fn short_rule(&self, letters: u128) -> Option<Rule> {
        let mut place = place(letters);
        while let (known, Some(rule)) = self.short[place] {
            if known == letters {
                return Some(rule);
            }
            place = (place + 1) % PLACES;
        }
        None
    }
}

/// The place of a short name, unless another one has it.
fn place(letters: u128) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "the two halves")]
    let (low, high) = (letters as u64, (letters >> 64) as u64);
    let hash = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(hash >> 54).unwrap_or(0) % PLACES
}

/// Returns a name of at most 16 letters and digits of ASCII in lower case, as a number.
fn short(name: &[u8]) -> Option<u128> {
    if name.len() > 16 {
        return None;
    }
    let (low, high) = name.split_at(name.len().min(8));
    Some(u128::from(lower(low)?) | u128::from(lower(high)?) << 64)
}

/// Returns up to eight letters and digits in lower case, as a number.
fn lower(letters: &[u8]) -> Option<u64> {
    let eight = crate::swar::load(letters);
    let all = crate::swar::HIGH & crate::swar::first(letters.len());
    let alphabetic = crate::swar::letters(eight);
    (alphabetic | crate::swar::digits(eight) == all).then_some(eight | alphabetic >> 2)
}

impl Names {
    pub(crate) fn new(hide: &[String], keep: &[String]) -> Self {
        let (mut own, mut ends) = (HashMap::new(), LISTS.ends);
        for (names, rule) in [(keep, Keep), (hide, Hide(Kind::Personal))] {
            for name in names {
                let name = plain(name.as_bytes());
                if hides(rule) {
                    add_end(&mut ends, &name);
                }
                own.insert(name, rule);
            }
        }
        Self { own, ends }
    }

    /// Tells whether a name that ends in these two letters or digits may be one that hides its value.
    pub(crate) fn may_hide(&self, first: u8, last: u8) -> bool {
        let (word, bit) = pair(first, last);
        self.ends[word] & bit != 0
    }

    /// Returns what a name says: `access_token`, `Access-Token`, `soap:accessToken`, `lead.email`.
    pub(crate) fn rule(&self, name: &[u8]) -> Option<Rule> {
        if name.len() > LONGEST {
            return None;
        }
        // Most names have letters alone.
        let letters = short(name);
        if let Some(rule) =
            letters.filter(|_| self.own.is_empty()).and_then(|letters| LISTS.short_rule(letters))
        {
            return Some(rule);
        }
        if letters.is_some()
            && let [.., first, last] = name
            && !self.may_hide(*first, *last)
            && self.own.is_empty()
        {
            return None;
        }
        let mut room = [0; LONGEST];
        let whole = plain_in(name, &mut room);
        if let Some(rule) = self.of(whole) {
            return Some(rule);
        }
        let end = match whole {
            [.., first, last] if self.may_hide(*first, *last) => ENDS
                .iter()
                .find(|(end, _)| end.as_bytes().last() == Some(last) && whole.ends_with(end.as_bytes())),
            _ => None,
        };
        let end = end.map(|(_, kind)| Hide(*kind));
        let is_edge = |byte: &u8| matches!(byte, b':' | b'.' | b'[' | b'$' | b' ');
        if let Some(last) = name.rsplit(is_edge).find(|part| part.len() > 1)
            && last.len() < name.len()
        {
            let last = plain_in(last.strip_suffix(b"]").unwrap_or(last), &mut room);
            if let Some(rule) = self.of(last) {
                return Some(rule);
            }
        }
        end
    }

    /// Returns what a name says that has no case, dashes, and underscores.
    fn of(&self, name: &[u8]) -> Option<Rule> {
        let own = if self.own.is_empty() { None } else { self.own.get(name).copied() };
        own.or_else(|| LISTS.rule(name))
    }

    /// Tells whether a name's value stays in the strength `strict`.
    pub(crate) fn stays_strictly(name: &[u8]) -> bool {
        name.len() <= LONGEST && {
            let name = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
            LISTS.strict.contains(plain(name).as_slice())
        }
    }
}

/// A name without case, dashes, and underscores.
fn plain(name: &[u8]) -> Vec<u8> {
    let kept = name.iter().filter(|byte| is_kept(**byte));
    kept.map(u8::to_ascii_lowercase).collect()
}

/// The same, in a place of its own, which must have room for it.
fn plain_in<'a>(name: &[u8], room: &'a mut [u8; LONGEST]) -> &'a [u8] {
    let mut length = 0;
    for byte in name {
        if is_kept(*byte) {
            room[length] = byte.to_ascii_lowercase();
            length += 1;
        }
    }
    &room[..length]
}

const fn is_kept(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

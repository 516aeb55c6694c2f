//! Which requests are safe to send again.

use crate::{Endpoint, endpoints};

/// What a second execution of a request does.
///
/// It matters only where a failed request may have taken effect; where it had none, anything is safe to send again. What
/// is not known counts as [`Idempotency::Creates`].
#[repr(u32)]
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Idempotency {
    /// Nothing: it reads.
    Read = 1,
    /// Nothing new: it sets, removes or changes the same thing again.
    Idempotent = 2,
    /// It updates what the first one created, unless both run at the same time: then each may create a duplicate.
    Upsert = 3,
    /// It creates a second thing.
    #[default]
    Creates = 4,
    /// It sets something off once more that cannot be taken back: an email, a campaign, an activity, a merge.
    Sends = 5,
    /// It starts a second job.
    Job = 6,
}

felkod_catalog::words! {
    Idempotency "idempotency" {
        Read "read" Idempotent "idempotent" Upsert "upsert" Creates "creates" Sends "sends" Job "job"
    }
}

impl Idempotency {
    /// Returns what a second execution of a request does: by its method, its path or URL and, for a write that has one,
    /// its parameter `action` (`createOrUpdate`, `createOnly` …). For SOAP the action is the name of the operation, also
    /// in the form of the header `SOAPAction`.
    ///
    /// Host, query, fragment and the ending `.json` do not matter, nor does the case of the method; `_method=GET` in the
    /// query makes a POST a GET, as Marketo has it. Parameters in the path can be values or names in braces. An upsert
    /// with `createOnly` or `createDuplicate` creates; one with `updateOnly` is idempotent.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_retry::Idempotency;
    ///
    /// let url = "https://123-ABC-456.mktorest.com/rest/v1/leads.json?access_token=x";
    /// assert_eq!(Idempotency::of("post", url, None), Idempotency::Upsert);
    /// assert_eq!(Idempotency::of("POST", url, Some("createDuplicate")), Idempotency::Creates);
    /// assert_eq!(Idempotency::of("GET", "/rest/v1/lead/{leadId}", None), Idempotency::Read);
    /// assert_eq!(Idempotency::of("POST", "/soap/mktows/3_1", Some("getLead")), Idempotency::Read);
    /// assert_eq!(Idempotency::of("POST", "/something/else", None), Idempotency::Creates);
    /// ```
    #[must_use]
    pub fn of(method: &str, path: &str, action: Option<&str>) -> Self {
        let action = action.map(str::trim).filter(|action| !action.is_empty());
        if endpoints::is_soap(path) {
            return action.map_or(Self::Creates, Self::of_soap);
        }
        match Endpoint::of(method, path) {
            Some(endpoint) if endpoint.repeat == Self::Upsert => action.map_or(Self::Upsert, Self::of_upsert),
            Some(endpoint) => endpoint.repeat,
            None => Self::Creates,
        }
    }

    /// Returns what a second execution of a SOAP operation does, by its name: `getLead`, `syncLead` …
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_retry::Idempotency;
    ///
    /// assert_eq!(Idempotency::of_soap("getMultipleLeads"), Idempotency::Read);
    /// assert_eq!(Idempotency::of_soap("requestCampaign"), Idempotency::Sends);
    /// ```
    #[must_use]
    pub fn of_soap(operation: &str) -> Self {
        let operation = operation.trim().trim_matches('"').trim_end_matches('/');
        let operation = operation.rsplit(['/', '#', ':']).next().unwrap_or_default();
        let is = |operations: &[&str]| operations.iter().any(|name| name.eq_ignore_ascii_case(operation));
        let starts =
            |start: &str| operation.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
        if is(&["listOperation", "deleteCustomObjects", "deleteMObjects"]) {
            Self::Idempotent
        } else if is(&["syncLead", "syncMultipleLeads", "syncCustomObjects"]) {
            Self::Upsert
        } else if is(&["requestCampaign", "scheduleCampaign", "mergeLeads"]) {
            Self::Sends
        } else if is(&["importToList"]) {
            Self::Job
        } else if ["get", "describe", "list"].into_iter().any(starts) {
            Self::Read
        } else {
            // syncMObjects too: its operation INSERT creates an opportunity each time.
            Self::Creates
        }
    }

    /// Tells whether to send a request again that may have taken effect. For an upsert that is only so once the first one
    /// cannot be running any more.
    #[must_use]
    pub const fn is_safe_to_repeat(self) -> bool {
        match self {
            Self::Read | Self::Idempotent | Self::Upsert => true,
            Self::Creates | Self::Sends | Self::Job => false,
        }
    }

    /// Returns what an upsert is with an action.
    fn of_upsert(action: &str) -> Self {
        let is = |name: &str| action.eq_ignore_ascii_case(name);
        if is("updateOnly") {
            Self::Idempotent
        } else if is("createOrUpdate") {
            Self::Upsert
        } else {
            // createOnly, createDuplicate, and any that felkod does not know.
            Self::Creates
        }
    }
}

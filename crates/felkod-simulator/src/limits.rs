//! The limits that the simulator enforces.

use felkod::Code;

/// The limits, each adjustable. [`u64::MAX`] means that there is none.
///
/// # Examples
///
/// ```
/// use felkod_simulator::Limits;
///
/// let limits = Limits { calls: 5, ..Limits::default() };
/// assert_eq!(limits.window_seconds, 20);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Calls in any window of [`Limits::window_seconds`]; more give 606, or 20023 over SOAP.
    pub calls: u64,
    /// The length of the window of [`Limits::calls`], in seconds.
    pub window_seconds: u64,
    /// Calls at the same time; more give 615, or 20024 over SOAP.
    pub concurrent_calls: u64,
    /// REST calls a day; more give 607. The day starts at 06:00 UTC, midnight CST.
    pub quota: u64,
    /// SOAP calls a day; more give 20015.
    pub soap_quota: u64,
    /// The age at which an access token expires, in seconds: 602 once, then 601.
    pub token_seconds: u64,
    /// The length of a request's URI in bytes; more gives 414.
    pub uri_bytes: u64,
    /// The length of a request's body in bytes; more gives 413.
    pub body_bytes: u64,
    /// The length of the body of a bulk import in bytes; more gives 413.
    pub import_bytes: u64,
    /// Records in one request; more give 1003.
    pub records: u64,
    /// Days between the start and the end of a bulk export; more give 1003.
    pub export_days: u64,
    /// Export jobs in the queue; more give 1029, case `queue_full`.
    pub queued_exports: u64,
    /// Export jobs that run at the same time; the others wait in the queue.
    pub running_exports: u64,
    /// Bytes of exports a day; more give 1029, case `export_quota_used_up`.
    pub export_bytes: u64,
    /// Import jobs in the queue; more give 1016.
    pub queued_imports: u64,
    /// Import jobs that run at the same time; the others wait in the queue.
    pub running_imports: u64,
    /// How long a bulk job runs, in seconds.
    pub job_seconds: u64,
    /// How long each call takes, in milliseconds. A call of no length never stands beside another.
    pub latency_millis: u64,
}

impl Limits {
    /// No limits at all: for tests of something else, and for load tests.
    pub const NONE: Self = Self {
        calls: u64::MAX,
        window_seconds: 20,
        concurrent_calls: u64::MAX,
        quota: u64::MAX,
        soap_quota: u64::MAX,
        token_seconds: u64::MAX,
        uri_bytes: u64::MAX,
        body_bytes: u64::MAX,
        import_bytes: u64::MAX,
        records: u64::MAX,
        export_days: u64::MAX,
        queued_exports: u64::MAX,
        running_exports: u64::MAX,
        export_bytes: u64::MAX,
        queued_imports: u64::MAX,
        running_imports: u64::MAX,
        job_seconds: 0,
        latency_millis: 0,
    };
}

/// The vendor's figures, as the catalog has them.
impl Default for Limits {
    fn default() -> Self {
        const KILO: u64 = 1_024;
        const MEGA: u64 = 1_024 * 1_024;
        Self {
            calls: figure(Code::RestRateLimitExceeded, "calls"),
            window_seconds: window(Code::RestRateLimitExceeded),
            concurrent_calls: figure(Code::RestConcurrencyLimitExceeded, "concurrent_calls"),
            quota: figure(Code::RestDailyQuotaExceeded, "calls"),
            soap_quota: figure(Code::SoapDailyQuotaExceeded, "calls"),
            token_seconds: figure(Code::RestAccessTokenExpired, "token"),
            uri_bytes: figure(Code::RestRequestUriTooLong, "uri") * KILO,
            body_bytes: figure(Code::RestRequestEntityTooLarge, "body") * MEGA,
            import_bytes: figure(Code::RestRequestEntityTooLarge, "import_file") * MEGA,
            // The catalog has no code of its own for too many records.
            records: 300,
            export_days: figure(Code::SoapTimeRangeExceeded, "days"),
            queued_exports: figure(Code::RestExportRefused, "queued_exports"),
            running_exports: figure(Code::RestExportRefused, "running_exports"),
            export_bytes: figure(Code::RestExportRefused, "export_megabytes") * MEGA,
            queued_imports: figure(Code::RestTooManyImports, "queued_imports"),
            running_imports: figure(Code::RestTooManyImports, "running_imports"),
            job_seconds: 60,
            latency_millis: 0,
        }
    }
}

/// Returns the catalog's figure of a limit. A limit that the catalog lost is none; a test holds them against each other.
fn figure(code: Code, what: &str) -> u64 {
    code.limits().iter().find(|limit| limit.what == what).map_or(u64::MAX, |limit| limit.figure)
}

fn window(code: Code) -> u64 {
    code.limits().iter().find_map(|limit| limit.per_seconds).map_or(u64::MAX, u64::from)
}

//! The documented REST operations, and what a second execution of each does.

use crate::Idempotency::{self, Creates, Idempotent, Job, Read, Sends, Upsert};

/// A documented operation of the REST API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with the names of parameters in braces.
    pub path: &'static str,
    /// The name in the vendor's documentation.
    pub operation: &'static str,
    /// What a second execution does.
    pub repeat: Idempotency,
}

impl Endpoint {
    /// Returns the operation of a method and a path or URL, as [`Idempotency::of`] finds it; `None` for one that is not
    /// documented.
    ///
    /// # Examples
    ///
    /// ```
    /// use felkod_retry::Endpoint;
    ///
    /// let operation = |method, path| Endpoint::of(method, path).map(|endpoint| endpoint.operation);
    /// assert_eq!(operation("POST", "/rest/v1/leads.json"), Some("Sync Leads"));
    /// assert_eq!(operation("GET", "/rest/asset/v1/file/byName.json?name=a"), Some("Get File by Name"));
    /// assert_eq!(operation("GET", "/rest/asset/v1/file/17.json"), Some("Get File by Id"));
    /// assert_eq!(operation("PUT", "/rest/v1/leads.json"), None);
    /// ```
    #[must_use]
    pub fn of(method: &str, path: &str) -> Option<&'static Self> {
        let (path, query) = path_and_query(path);
        let overridden = query.split('&').find_map(|pair| pair.strip_prefix("_method="));
        let method = overridden.unwrap_or(method).trim();
        let endpoints = ENDPOINTS.iter().filter(|endpoint| endpoint.method.eq_ignore_ascii_case(method));
        let matching = endpoints.filter_map(|endpoint| Some((endpoint, literals(endpoint.path, path)?)));
        // `byName` goes before `{id}`.
        matching.max_by_key(|(_, literals)| *literals).map(|(endpoint, _)| endpoint)
    }
}

/// Tells whether a path or URL is one of SOAP's.
pub(crate) fn is_soap(path: &str) -> bool {
    segments(path_and_query(path).0).next().is_some_and(|segment| segment.eq_ignore_ascii_case("soap"))
}

/// Returns the path and the query of a URL or a path.
fn path_and_query(url: &str) -> (&str, &str) {
    let url = url.trim().split('#').next().unwrap_or_default();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path =
        path.split_once("://").map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    (path, query)
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    without_ending(path).split('/').filter(|segment| !segment.is_empty())
}

fn without_ending(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.strip_suffix(".json").unwrap_or(path)
}

/// Returns how many segments of a pattern stand in a path as they are; `None` where it does not fit.
fn literals(pattern: &str, path: &str) -> Option<usize> {
    let (mut pattern, mut path) = (segments(pattern), segments(path));
    let mut literals = 0;
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return Some(literals),
            (Some(expected), Some(found)) if expected == found => {
                literals += usize::from(!expected.starts_with('{'));
            }
            (Some(expected), Some(_)) if expected.starts_with('{') => {}
            _ => return None,
        }
    }
}

const fn endpoint(
    method: &'static str,
    path: &'static str,
    operation: &'static str,
    repeat: Idempotency,
) -> Endpoint {
    // The JavaScript package, which is downloaded, tells nobody the names.
    let operation = if cfg!(felkod_packed) { "" } else { operation };
    Endpoint { method, path, operation, repeat }
}

/// Every documented operation of the REST API, by path and method.
///
/// Paths, methods and names are the vendor's; what a second execution does is felkod's inference, since the vendor does
/// not say. Where it is in doubt, the stricter reading stands here.
#[rustfmt::skip]
pub const ENDPOINTS: &[Endpoint] = &[
    endpoint("GET", "/bulk/v1/activities/export.json", "Get Export Activity Jobs", Read),
    endpoint("POST", "/bulk/v1/activities/export/create.json", "Create Export Activity Job", Job),
    endpoint("POST", "/bulk/v1/activities/export/{exportId}/cancel.json", "Cancel Export Activity Job", Idempotent),
    endpoint("POST", "/bulk/v1/activities/export/{exportId}/enqueue.json", "Enqueue Export Activity Job", Idempotent),
    endpoint("GET", "/bulk/v1/activities/export/{exportId}/file.json", "Get Export Activity File", Read),
    endpoint("GET", "/bulk/v1/activities/export/{exportId}/status.json", "Get Export Activity Job Status", Read),
    endpoint("GET", "/bulk/v1/customobjects/{apiName}/export.json", "Get Export Custom Object Jobs", Read),
    endpoint("POST", "/bulk/v1/customobjects/{apiName}/export/create.json", "Create Export Custom Object Job", Job),
    endpoint("POST", "/bulk/v1/customobjects/{apiName}/export/{exportId}/cancel.json", "Cancel Export Custom Object Job", Idempotent),
    endpoint("POST", "/bulk/v1/customobjects/{apiName}/export/{exportId}/enqueue.json", "Enqueue Export Custom Object Job", Idempotent),
    endpoint("GET", "/bulk/v1/customobjects/{apiName}/export/{exportId}/file.json", "Get Export Custom Object File", Read),
    endpoint("GET", "/bulk/v1/customobjects/{apiName}/export/{exportId}/status.json", "Get Export Custom Object Job Status", Read),
    endpoint("POST", "/bulk/v1/customobjects/{apiName}/import.json", "Import Custom Objects", Job),
    endpoint("GET", "/bulk/v1/customobjects/{apiName}/import/{batchId}/failures.json", "Get Import Custom Object Failures", Read),
    endpoint("GET", "/bulk/v1/customobjects/{apiName}/import/{batchId}/status.json", "Get Import Custom Object Status", Read),
    endpoint("GET", "/bulk/v1/customobjects/{apiName}/import/{batchId}/warnings.json", "Get Import Custom Object Warnings", Read),
    endpoint("POST", "/bulk/v1/leads.json", "Import Leads", Job),
    endpoint("GET", "/bulk/v1/leads/batch/{batchId}.json", "Get Import Lead Status", Read),
    endpoint("GET", "/bulk/v1/leads/batch/{batchId}/failures.json", "Get Import Lead Failures", Read),
    endpoint("GET", "/bulk/v1/leads/batch/{batchId}/warnings.json", "Get Import Lead Warnings", Read),
    endpoint("GET", "/bulk/v1/leads/export.json", "Get Export Lead Jobs", Read),
    endpoint("POST", "/bulk/v1/leads/export/create.json", "Create Export Lead Job", Job),
    endpoint("POST", "/bulk/v1/leads/export/{exportId}/cancel.json", "Cancel Export Lead Job", Idempotent),
    endpoint("POST", "/bulk/v1/leads/export/{exportId}/enqueue.json", "Enqueue Export Lead Job", Idempotent),
    endpoint("GET", "/bulk/v1/leads/export/{exportId}/file.json", "Get Export Lead File", Read),
    endpoint("GET", "/bulk/v1/leads/export/{exportId}/status.json", "Get Export Lead Job Status", Read),
    endpoint("GET", "/bulk/v1/program/members/export.json", "Get Export Program Member Jobs", Read),
    endpoint("POST", "/bulk/v1/program/members/export/create.json", "Create Export Program Member Job", Job),
    endpoint("POST", "/bulk/v1/program/members/export/{exportId}/cancel.json", "Cancel Export Program Member Job", Idempotent),
    endpoint("POST", "/bulk/v1/program/members/export/{exportId}/enqueue.json", "Enqueue Export Program Member Job", Idempotent),
    endpoint("GET", "/bulk/v1/program/members/export/{exportId}/file.json", "Get Export Program Member File", Read),
    endpoint("GET", "/bulk/v1/program/members/export/{exportId}/status.json", "Get Export Program Member Job Status", Read),
    endpoint("GET", "/bulk/v1/program/members/import/{batchId}/failures.json", "Get Import Program Member Failures", Read),
    endpoint("GET", "/bulk/v1/program/members/import/{batchId}/status.json", "Get Import Program Member Status", Read),
    endpoint("GET", "/bulk/v1/program/members/import/{batchId}/warnings.json", "Get Import Program Member Warnings", Read),
    endpoint("POST", "/bulk/v1/program/{programId}/members/import.json", "Import Program Members", Job),
    endpoint("GET", "/identity/oauth/token", "Identity", Read),
    endpoint("POST", "/identity/oauth/token", "Identity", Read),
    endpoint("GET", "/rest/asset/v1/channel/byName.json", "Get Channel by Name", Read),
    endpoint("GET", "/rest/asset/v1/channels.json", "Get Channels", Read),
    endpoint("GET", "/rest/asset/v1/email/byName.json", "Get Email by Name", Read),
    endpoint("GET", "/rest/asset/v1/email/ccFields.json", "Get Email CC Fields", Read),
    endpoint("GET", "/rest/asset/v1/email/{id}.json", "Get Email By Id", Read),
    endpoint("POST", "/rest/asset/v1/email/{id}.json", "Update Email Metadata", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/approveDraft.json", "Approve Email Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/clone.json", "Clone Email", Creates),
    endpoint("GET", "/rest/asset/v1/email/{id}/content.json", "Get Email Content", Read),
    endpoint("POST", "/rest/asset/v1/email/{id}/content.json", "Update Email Content", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/content/rearrange.json", "Rearrange Email Modules", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/content/{htmlId}.json", "Update Email Content Section", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/content/{moduleId}/add.json", "Add Email Module", Creates),
    endpoint("POST", "/rest/asset/v1/email/{id}/content/{moduleId}/delete.json", "Delete Module", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/content/{moduleId}/duplicate.json", "Duplicate Email Module", Creates),
    endpoint("POST", "/rest/asset/v1/email/{id}/content/{moduleId}/rename.json", "Rename Email Module", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/delete.json", "Delete Email", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/discardDraft.json", "Discard Email Draft", Idempotent),
    endpoint("GET", "/rest/asset/v1/email/{id}/dynamicContent/{contentId}.json", "Get Email Dynamic Content", Read),
    endpoint("POST", "/rest/asset/v1/email/{id}/dynamicContent/{contentId}.json", "Update Email Dynamic Content Section", Idempotent),
    endpoint("GET", "/rest/asset/v1/email/{id}/fullContent.json", "Get Email Full Content", Read),
    endpoint("POST", "/rest/asset/v1/email/{id}/fullContent.json", "Update Email Full Content", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/sendSample.json", "Send Sample Email", Sends),
    endpoint("POST", "/rest/asset/v1/email/{id}/unapprove.json", "Unapprove Email", Idempotent),
    endpoint("POST", "/rest/asset/v1/email/{id}/variable/{name}.json", "Update Email Variable", Idempotent),
    endpoint("GET", "/rest/asset/v1/email/{id}/variables.json", "Get Email Variables", Read),
    endpoint("GET", "/rest/asset/v1/emailTemplate/byName.json", "Get Email Template by Name", Read),
    endpoint("GET", "/rest/asset/v1/emailTemplate/{id}.json", "Get Email Template by Id", Read),
    endpoint("POST", "/rest/asset/v1/emailTemplate/{id}.json", "Update Email Template Metadata", Idempotent),
    endpoint("POST", "/rest/asset/v1/emailTemplate/{id}/approveDraft.json", "Approve Email Template Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/emailTemplate/{id}/clone.json", "Clone Email Template", Creates),
    endpoint("GET", "/rest/asset/v1/emailTemplate/{id}/content", "Get Email Template Content by Id", Read),
    endpoint("POST", "/rest/asset/v1/emailTemplate/{id}/content.json", "Update Email Template Content", Idempotent),
    endpoint("POST", "/rest/asset/v1/emailTemplate/{id}/delete.json", "Delete Email Template", Idempotent),
    endpoint("POST", "/rest/asset/v1/emailTemplate/{id}/discardDraft.json", "Discard Email Template Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/emailTemplate/{id}/unapprove.json", "Unapprove Email Template Draft", Idempotent),
    endpoint("GET", "/rest/asset/v1/emailTemplates.json", "Get Email Templates", Read),
    endpoint("POST", "/rest/asset/v1/emailTemplates.json", "Create Email Template", Creates),
    endpoint("GET", "/rest/asset/v1/emailTemplates/{id}/usedBy.json", "Get Email Template Used By", Read),
    endpoint("GET", "/rest/asset/v1/emails.json", "Get Emails", Read),
    endpoint("POST", "/rest/asset/v1/emails.json", "Create Email", Creates),
    endpoint("GET", "/rest/asset/v1/file/byName.json", "Get File by Name", Read),
    endpoint("GET", "/rest/asset/v1/file/{id}.json", "Get File by Id", Read),
    endpoint("POST", "/rest/asset/v1/file/{id}/content.json", "Update File Content", Idempotent),
    endpoint("GET", "/rest/asset/v1/files.json", "Get Files", Read),
    endpoint("POST", "/rest/asset/v1/files.json", "Create File", Creates),
    endpoint("GET", "/rest/asset/v1/folder/byName.json", "Get Folder by Name", Read),
    endpoint("GET", "/rest/asset/v1/folder/{id}.json", "Get Folder by Id", Read),
    endpoint("POST", "/rest/asset/v1/folder/{id}.json", "Update Folder Metadata", Idempotent),
    endpoint("GET", "/rest/asset/v1/folder/{id}/content.json", "Get Folder Contents", Read),
    endpoint("POST", "/rest/asset/v1/folder/{id}/delete.json", "Delete Folder", Idempotent),
    endpoint("GET", "/rest/asset/v1/folder/{id}/tokens.json", "Get Tokens by Folder Id", Read),
    endpoint("POST", "/rest/asset/v1/folder/{id}/tokens.json", "Create Token", Creates),
    endpoint("POST", "/rest/asset/v1/folder/{id}/tokens/delete.json", "Delete Token by Name", Idempotent),
    endpoint("GET", "/rest/asset/v1/folders.json", "Get Folders", Read),
    endpoint("POST", "/rest/asset/v1/folders.json", "Create Folder", Creates),
    endpoint("GET", "/rest/asset/v1/form/byName.json", "Get Form by Name", Read),
    endpoint("GET", "/rest/asset/v1/form/fields.json", "Get Available Form Fields", Read),
    endpoint("GET", "/rest/asset/v1/form/programMemberFields.json", "Get Available Form Program Member Fields", Read),
    // It adds a rule to those that are there.
    endpoint("POST", "/rest/asset/v1/form/{formId}/field/{fieldId}/visibility.json", "Add Form Field Visibility Rules", Creates),
    endpoint("GET", "/rest/asset/v1/form/{id}.json", "Get Form By Id", Read),
    endpoint("POST", "/rest/asset/v1/form/{id}.json", "Update Form Metadata", Idempotent),
    endpoint("POST", "/rest/asset/v1/form/{id}/approveDraft.json", "Approve Form Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/form/{id}/clone.json", "Clone Form", Creates),
    endpoint("POST", "/rest/asset/v1/form/{id}/delete.json", "Delete Form", Idempotent),
    endpoint("POST", "/rest/asset/v1/form/{id}/discardDraft.json", "Discard Form Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/form/{id}/field/{fieldId}.json", "Update Form Field", Idempotent),
    endpoint("POST", "/rest/asset/v1/form/{id}/field/{fieldId}/delete.json", "Delete Form Field", Idempotent),
    endpoint("POST", "/rest/asset/v1/form/{id}/fieldSet.json", "Add Fieldset to Form", Creates),
    endpoint("POST", "/rest/asset/v1/form/{id}/fieldSet/{fieldSetId}/field/{fieldId}/delete.json", "Delete Field from Fieldset", Idempotent),
    endpoint("GET", "/rest/asset/v1/form/{id}/fields.json", "Get Fields for Form", Read),
    endpoint("POST", "/rest/asset/v1/form/{id}/fields.json", "Add Field to Form", Creates),
    endpoint("POST", "/rest/asset/v1/form/{id}/reArrange.json", "Update Field Positions", Idempotent),
    endpoint("POST", "/rest/asset/v1/form/{id}/richText.json", "Add Rich Text Field", Creates),
    endpoint("POST", "/rest/asset/v1/form/{id}/submitButton.json", "Update Submit Button", Idempotent),
    endpoint("GET", "/rest/asset/v1/form/{id}/thankYouPage.json", "Get Thank You Page by Form Id", Read),
    endpoint("POST", "/rest/asset/v1/form/{id}/thankYouPage.json", "Update Thank You Page", Idempotent),
    endpoint("GET", "/rest/asset/v1/form/{id}/usedBy.json", "Get Form Used By", Read),
    endpoint("GET", "/rest/asset/v1/forms.json", "Get Forms", Read),
    endpoint("POST", "/rest/asset/v1/forms.json", "Create Form", Creates),
    endpoint("GET", "/rest/asset/v1/landingPage/byName.json", "Get Landing Page by Name", Read),
    endpoint("GET", "/rest/asset/v1/landingPage/{id}.json", "Get Landing Page by Id", Read),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}.json", "Update Landing Page Metadata", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/approveDraft.json", "Approve Landing Page Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/clone.json", "Clone Landing Page", Creates),
    endpoint("GET", "/rest/asset/v1/landingPage/{id}/content.json", "Get Landing Page Content", Read),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/content.json", "Add Landing Page Content Section", Creates),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/content/{contentId}.json", "Update Landing Page Content Section", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/content/{contentId}/delete.json", "Delete Landing Page Content Section", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/delete.json", "Delete Landing Page", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/discardDraft.json", "Discard Landing Page Draft", Idempotent),
    endpoint("GET", "/rest/asset/v1/landingPage/{id}/dynamicContent/{contentId}.json", "Get Landing Page Dynamic Content", Read),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/dynamicContent/{contentId}.json", "Update Landing Page Dynamic Content Section", Idempotent),
    endpoint("GET", "/rest/asset/v1/landingPage/{id}/fullContent.json", "Get Landing Page Full Content", Read),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/unapprove.json", "Unapprove Landing Page", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPage/{id}/variable/{variableId}.json", "Update Landing Page Variable", Idempotent),
    endpoint("GET", "/rest/asset/v1/landingPage/{id}/variables.json", "Get Landing Page Variables", Read),
    endpoint("GET", "/rest/asset/v1/landingPageDomains.json", "Get Landing Page Domains", Read),
    endpoint("GET", "/rest/asset/v1/landingPageTemplate/byName.json", "Get Landing Page Template by Name", Read),
    endpoint("GET", "/rest/asset/v1/landingPageTemplate/{id}.json", "Get Landing Page Template by Id", Read),
    endpoint("POST", "/rest/asset/v1/landingPageTemplate/{id}.json", "Update Landing Page Template Metadata", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPageTemplate/{id}/approveDraft.json", "Approve Landing Page Template Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPageTemplate/{id}/clone.json", "Clone Landing Page Template", Creates),
    endpoint("GET", "/rest/asset/v1/landingPageTemplate/{id}/content.json", "Get Landing Page Template Content", Read),
    endpoint("POST", "/rest/asset/v1/landingPageTemplate/{id}/content.json", "Update Landing Page Template Content", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPageTemplate/{id}/delete.json", "Delete Landing Page Template", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPageTemplate/{id}/discardDraft.json", "Discard Landing Page Template Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/landingPageTemplate/{id}/unapprove.json", "Unapprove Landing Page Template", Idempotent),
    endpoint("GET", "/rest/asset/v1/landingPageTemplates.json", "Get Landing Page Templates", Read),
    endpoint("POST", "/rest/asset/v1/landingPageTemplates.json", "Create Landing Page Template", Creates),
    endpoint("GET", "/rest/asset/v1/landingPages.json", "Get Landing Pages", Read),
    endpoint("POST", "/rest/asset/v1/landingPages.json", "Create Landing Page", Creates),
    endpoint("GET", "/rest/asset/v1/program/byName.json", "Get Program by Name", Read),
    endpoint("GET", "/rest/asset/v1/program/byTag.json", "Get Programs by Tag", Read),
    endpoint("GET", "/rest/asset/v1/program/{id}.json", "Get Program by Id", Read),
    // Without costsDestructiveUpdate, the costs in the call are added to those that are there.
    endpoint("POST", "/rest/asset/v1/program/{id}.json", "Update Program Metadata", Creates),
    endpoint("POST", "/rest/asset/v1/program/{id}/approve.json", "Approve Program", Idempotent),
    endpoint("POST", "/rest/asset/v1/program/{id}/clone.json", "Clone Program", Creates),
    endpoint("POST", "/rest/asset/v1/program/{id}/delete.json", "Delete Program", Idempotent),
    endpoint("POST", "/rest/asset/v1/program/{id}/unapprove.json", "Unapprove Program", Idempotent),
    endpoint("GET", "/rest/asset/v1/program/{programId}/smartList.json", "Get Smart List by Program Id", Read),
    endpoint("GET", "/rest/asset/v1/programs.json", "Get Programs", Read),
    endpoint("POST", "/rest/asset/v1/programs.json", "Create Program", Creates),
    endpoint("GET", "/rest/asset/v1/redirectRule/{id}.json", "Get Landing Page Redirect Rule by Id", Read),
    endpoint("POST", "/rest/asset/v1/redirectRule/{id}.json", "Update Landing Page Redirect Rule", Idempotent),
    endpoint("POST", "/rest/asset/v1/redirectRule/{id}/delete.json", "Delete Landing Page Redirect Rule", Idempotent),
    endpoint("GET", "/rest/asset/v1/redirectRules.json", "Get Landing Page Redirect Rules", Read),
    endpoint("POST", "/rest/asset/v1/redirectRules.json", "Create Landing Page Redirect Rule", Creates),
    endpoint("GET", "/rest/asset/v1/segmentation.json", "Get Segmentations", Read),
    endpoint("GET", "/rest/asset/v1/segmentation/{id}/segments.json", "Get Segments For Segmentation", Read),
    endpoint("GET", "/rest/asset/v1/smartCampaign/byName.json", "Get Smart Campaign by Name", Read),
    endpoint("GET", "/rest/asset/v1/smartCampaign/{id}.json", "Get Smart Campaign by Id", Read),
    endpoint("POST", "/rest/asset/v1/smartCampaign/{id}.json", "Update Smart Campaign", Idempotent),
    endpoint("POST", "/rest/asset/v1/smartCampaign/{id}/activate.json", "Activate Smart Campaign", Idempotent),
    endpoint("POST", "/rest/asset/v1/smartCampaign/{id}/clone.json", "Clone Smart Campaign", Creates),
    endpoint("POST", "/rest/asset/v1/smartCampaign/{id}/deactivate.json", "Deactivate Smart Campaign", Idempotent),
    endpoint("POST", "/rest/asset/v1/smartCampaign/{id}/delete.json", "Delete Smart Campaign", Idempotent),
    endpoint("GET", "/rest/asset/v1/smartCampaign/{id}/smartList.json", "Get Smart List by Smart Campaign Id", Read),
    endpoint("GET", "/rest/asset/v1/smartCampaigns.json", "Get Smart Campaigns", Read),
    endpoint("POST", "/rest/asset/v1/smartCampaigns.json", "Create Smart Campaign", Creates),
    endpoint("GET", "/rest/asset/v1/smartList/byName.json", "Get Smart List by Name", Read),
    endpoint("GET", "/rest/asset/v1/smartList/{id}.json", "Get Smart List by Id", Read),
    endpoint("POST", "/rest/asset/v1/smartList/{id}/clone.json", "Clone Smart List", Creates),
    endpoint("POST", "/rest/asset/v1/smartList/{id}/delete.json", "Delete Smart List", Idempotent),
    endpoint("GET", "/rest/asset/v1/smartLists.json", "Get Smart Lists", Read),
    endpoint("GET", "/rest/asset/v1/snippet/{id}.json", "Get Snippet by Id", Read),
    endpoint("POST", "/rest/asset/v1/snippet/{id}.json", "Update Snippet Metadata", Idempotent),
    endpoint("POST", "/rest/asset/v1/snippet/{id}/approveDraft.json", "Approve Snippet Draft", Idempotent),
    endpoint("POST", "/rest/asset/v1/snippet/{id}/clone.json", "Clone Snippet", Creates),
    endpoint("GET", "/rest/asset/v1/snippet/{id}/content.json", "Get Snippet Content", Read),
    endpoint("POST", "/rest/asset/v1/snippet/{id}/content.json", "Update Snippet Content", Idempotent),
    endpoint("POST", "/rest/asset/v1/snippet/{id}/delete.json", "Delete Snippet", Idempotent),
    endpoint("POST", "/rest/asset/v1/snippet/{id}/discardDraft.json", "Discard Snippet Draft", Idempotent),
    endpoint("GET", "/rest/asset/v1/snippet/{id}/dynamicContent.json", "Get Dynamic Content", Read),
    endpoint("POST", "/rest/asset/v1/snippet/{id}/dynamicContent/{segmentId}.json", "Update Snippet Dynamic Content", Idempotent),
    endpoint("POST", "/rest/asset/v1/snippet/{id}/unapprove.json", "Unapprove Snippet", Idempotent),
    endpoint("GET", "/rest/asset/v1/snippets.json", "Get Snippets", Read),
    endpoint("POST", "/rest/asset/v1/snippets.json", "Create Snippet", Creates),
    endpoint("GET", "/rest/asset/v1/staticList/byName.json", "Get Static List by Name", Read),
    endpoint("GET", "/rest/asset/v1/staticList/{id}.json", "Get Static List by Id", Read),
    endpoint("POST", "/rest/asset/v1/staticList/{id}.json", "Update Static List Metadata", Idempotent),
    endpoint("POST", "/rest/asset/v1/staticList/{id}/delete.json", "Delete Static List", Idempotent),
    endpoint("GET", "/rest/asset/v1/staticLists.json", "Get Static Lists", Read),
    endpoint("POST", "/rest/asset/v1/staticLists.json", "Create Static List", Creates),
    endpoint("GET", "/rest/asset/v1/tagType/byName.json", "Get Tag By Name", Read),
    endpoint("GET", "/rest/asset/v1/tagTypes.json", "Get Tag Types", Read),
    endpoint("GET", "/rest/v1/activities.json", "Get Lead Activities", Read),
    endpoint("GET", "/rest/v1/activities/deletedleads.json", "Get Deleted Leads", Read),
    endpoint("POST", "/rest/v1/activities/external.json", "Add Custom Activities", Sends),
    endpoint("POST", "/rest/v1/activities/external/type.json", "Create Custom Activity Type", Creates),
    endpoint("POST", "/rest/v1/activities/external/type/{apiName}.json", "Update Custom Activity Type", Idempotent),
    endpoint("POST", "/rest/v1/activities/external/type/{apiName}/approve.json", "Approve Custom Activity Type", Idempotent),
    endpoint("POST", "/rest/v1/activities/external/type/{apiName}/attributes/create.json", "Create Custom Activity Type Attributes", Creates),
    endpoint("POST", "/rest/v1/activities/external/type/{apiName}/attributes/delete.json", "Delete Custom Activity Type Attributes", Idempotent),
    endpoint("POST", "/rest/v1/activities/external/type/{apiName}/attributes/update.json", "Update Custom Activity Type Attributes", Idempotent),
    endpoint("POST", "/rest/v1/activities/external/type/{apiName}/delete.json", "Delete Custom Activity Type", Idempotent),
    endpoint("GET", "/rest/v1/activities/external/type/{apiName}/describe.json", "Describe Custom Activity Type", Read),
    endpoint("POST", "/rest/v1/activities/external/type/{apiName}/discardDraft.json", "Discard Custom Activity Type Draft", Idempotent),
    endpoint("GET", "/rest/v1/activities/external/types.json", "Get Custom Activity Types", Read),
    endpoint("GET", "/rest/v1/activities/leadchanges.json", "Get Lead Changes", Read),
    endpoint("GET", "/rest/v1/activities/pagingtoken.json", "Get Paging Token", Read),
    endpoint("GET", "/rest/v1/activities/types.json", "Get Activity Types", Read),
    endpoint("GET", "/rest/v1/campaigns.json", "Get Campaigns", Read),
    endpoint("GET", "/rest/v1/campaigns/{campaignId}.json", "Get Campaign By Id", Read),
    endpoint("POST", "/rest/v1/campaigns/{campaignId}/schedule.json", "Schedule Campaign", Sends),
    endpoint("POST", "/rest/v1/campaigns/{campaignId}/trigger.json", "Request Campaign", Sends),
    endpoint("GET", "/rest/v1/companies.json", "Get Companies", Read),
    endpoint("POST", "/rest/v1/companies.json", "Sync Companies", Upsert),
    endpoint("POST", "/rest/v1/companies/delete.json", "Delete Companies", Idempotent),
    endpoint("GET", "/rest/v1/companies/describe.json", "Describe Companies", Read),
    endpoint("GET", "/rest/v1/companies/schema/fields.json", "Get Company Fields", Read),
    endpoint("GET", "/rest/v1/companies/schema/fields/{fieldApiName}.json", "Get Company Field by Name", Read),
    endpoint("GET", "/rest/v1/customobjects.json", "List Custom Objects", Read),
    endpoint("GET", "/rest/v1/customobjects/schema.json", "List Custom Object Types", Read),
    endpoint("POST", "/rest/v1/customobjects/schema.json", "Sync Custom Object Type", Upsert),
    endpoint("GET", "/rest/v1/customobjects/schema/fieldDataTypes.json", "Get Custom Object Type Field Data Types", Read),
    endpoint("GET", "/rest/v1/customobjects/schema/linkableObjects.json", "Get Custom Object Linkable Objects", Read),
    endpoint("POST", "/rest/v1/customobjects/schema/{apiName}/addField.json", "Add Custom Object Type Fields", Creates),
    endpoint("POST", "/rest/v1/customobjects/schema/{apiName}/approve.json", "Approve Custom Object Type", Idempotent),
    endpoint("POST", "/rest/v1/customobjects/schema/{apiName}/delete.json", "Delete Custom Object Type", Idempotent),
    endpoint("POST", "/rest/v1/customobjects/schema/{apiName}/deleteField.json", "Delete Custom Object Type Fields", Idempotent),
    endpoint("GET", "/rest/v1/customobjects/schema/{apiName}/dependentAssets.json", "Get Custom Object Dependent Assets", Read),
    endpoint("GET", "/rest/v1/customobjects/schema/{apiName}/describe.json", "Describe Custom Object Type", Read),
    endpoint("POST", "/rest/v1/customobjects/schema/{apiName}/discardDraft.json", "Discard Custom Object Type Draft", Idempotent),
    endpoint("POST", "/rest/v1/customobjects/schema/{apiName}/{fieldApiName}/updateField.json", "Update Custom Object Type Field", Idempotent),
    endpoint("GET", "/rest/v1/customobjects/{customObjectName}.json", "Get Custom Objects", Read),
    endpoint("POST", "/rest/v1/customobjects/{customObjectName}.json", "Sync Custom Objects", Upsert),
    endpoint("POST", "/rest/v1/customobjects/{customObjectName}/delete.json", "Delete Custom Objects", Idempotent),
    endpoint("GET", "/rest/v1/customobjects/{customObjectName}/describe.json", "Describe Custom Objects", Read),
    endpoint("GET", "/rest/v1/lead/{leadId}.json", "Get Lead by Id", Read),
    endpoint("GET", "/rest/v1/leads.json", "Get Leads by Filter Type", Read),
    endpoint("POST", "/rest/v1/leads.json", "Sync Leads", Upsert),
    endpoint("POST", "/rest/v1/leads/delete.json", "Delete Leads", Idempotent),
    endpoint("GET", "/rest/v1/leads/describe.json", "Describe Lead", Read),
    endpoint("GET", "/rest/v1/leads/describe2.json", "Describe Lead2", Read),
    endpoint("GET", "/rest/v1/leads/partitions.json", "Get Lead Partitions", Read),
    endpoint("POST", "/rest/v1/leads/partitions.json", "Update Lead Partition", Idempotent),
    endpoint("GET", "/rest/v1/leads/programs/{programId}.json", "Get Leads by Program Id", Read),
    endpoint("POST", "/rest/v1/leads/programs/{programId}/status.json", "Change Lead Program Status", Idempotent),
    endpoint("POST", "/rest/v1/leads/push.json", "Push Lead to Marketo", Sends),
    endpoint("GET", "/rest/v1/leads/schema/fields.json", "Get Lead Fields", Read),
    endpoint("POST", "/rest/v1/leads/schema/fields.json", "Create Lead Fields", Creates),
    endpoint("GET", "/rest/v1/leads/schema/fields/{fieldApiName}.json", "Get Lead Field by Name", Read),
    endpoint("POST", "/rest/v1/leads/schema/fields/{fieldApiName}.json", "Update Lead Field", Idempotent),
    endpoint("POST", "/rest/v1/leads/submitForm.json", "Submit Form", Sends),
    endpoint("POST", "/rest/v1/leads/{leadId}/associate.json", "Associate Lead", Idempotent),
    endpoint("GET", "/rest/v1/leads/{leadId}/listMembership.json", "Get Lists by Lead Id", Read),
    endpoint("POST", "/rest/v1/leads/{leadId}/merge.json", "Merge Leads", Sends),
    endpoint("GET", "/rest/v1/leads/{leadId}/programMembership.json", "Get Programs by Lead Id", Read),
    endpoint("GET", "/rest/v1/leads/{leadId}/smartCampaignMembership.json", "Get Smart Campaigns by Lead Id", Read),
    endpoint("GET", "/rest/v1/list/{listId}/leads.json", "Get Leads By List Id", Read),
    endpoint("GET", "/rest/v1/lists.json", "Get Lists", Read),
    endpoint("GET", "/rest/v1/lists/{listId}.json", "Get List by Id", Read),
    endpoint("DELETE", "/rest/v1/lists/{listId}/leads.json", "Remove from List", Idempotent),
    endpoint("GET", "/rest/v1/lists/{listId}/leads.json", "Get Leads By List Id", Read),
    endpoint("POST", "/rest/v1/lists/{listId}/leads.json", "Add to List", Idempotent),
    endpoint("GET", "/rest/v1/lists/{listId}/leads/ismember.json", "Member of List", Read),
    endpoint("GET", "/rest/v1/namedAccountList/{id}/namedAccounts.json", "Get Named Account List Members", Read),
    endpoint("POST", "/rest/v1/namedAccountList/{id}/namedAccounts.json", "Add Named Account List Members", Idempotent),
    endpoint("POST", "/rest/v1/namedAccountList/{id}/namedAccounts/remove.json", "Remove Named Account List Members", Idempotent),
    endpoint("GET", "/rest/v1/namedAccountLists.json", "Get Named Account Lists", Read),
    endpoint("POST", "/rest/v1/namedAccountLists.json", "Sync Named Account Lists", Upsert),
    endpoint("POST", "/rest/v1/namedAccountLists/delete.json", "Delete Named Account Lists", Idempotent),
    endpoint("GET", "/rest/v1/namedaccounts.json", "Get NamedAccounts", Read),
    endpoint("POST", "/rest/v1/namedaccounts.json", "Sync NamedAccounts", Upsert),
    endpoint("POST", "/rest/v1/namedaccounts/delete.json", "Delete NamedAccounts", Idempotent),
    endpoint("GET", "/rest/v1/namedaccounts/describe.json", "Describe NamedAccounts", Read),
    endpoint("GET", "/rest/v1/namedaccounts/schema/fields.json", "Get Named Account Fields", Read),
    endpoint("GET", "/rest/v1/namedaccounts/schema/fields/{fieldApiName}.json", "Get Named Account Field by Name", Read),
    endpoint("GET", "/rest/v1/opportunities.json", "Get Opportunities", Read),
    endpoint("POST", "/rest/v1/opportunities.json", "Sync Opportunities", Upsert),
    endpoint("POST", "/rest/v1/opportunities/delete.json", "Delete Opportunities", Idempotent),
    endpoint("GET", "/rest/v1/opportunities/describe.json", "Describe Opportunity", Read),
    endpoint("GET", "/rest/v1/opportunities/roles.json", "Get Opportunity Roles", Read),
    endpoint("POST", "/rest/v1/opportunities/roles.json", "Sync Opportunity Roles", Upsert),
    endpoint("POST", "/rest/v1/opportunities/roles/delete.json", "Delete Opportunity Roles", Idempotent),
    endpoint("GET", "/rest/v1/opportunities/roles/describe.json", "Describe Opportunity Role", Read),
    endpoint("GET", "/rest/v1/opportunities/schema/fields.json", "Get Opportunity Fields", Read),
    endpoint("GET", "/rest/v1/opportunities/schema/fields/{fieldApiName}.json", "Get Opportunity Field by Name", Read),
    endpoint("GET", "/rest/v1/program/members/describe.json", "Describe Program Member", Read),
    endpoint("GET", "/rest/v1/programs/members/describe.json", "Describe Program Member", Read),
    endpoint("GET", "/rest/v1/programs/members/schema/fields.json", "Get Program Member Fields", Read),
    endpoint("POST", "/rest/v1/programs/members/schema/fields.json", "Create Program Member Fields", Creates),
    endpoint("GET", "/rest/v1/programs/members/schema/fields/{fieldApiName}.json", "Get Program Member Field by Name", Read),
    endpoint("POST", "/rest/v1/programs/members/schema/fields/{fieldApiName}.json", "Update Program Member Field", Idempotent),
    endpoint("GET", "/rest/v1/programs/{programId}/members.json", "Get Program Members", Read),
    endpoint("POST", "/rest/v1/programs/{programId}/members.json", "Sync Program Member Data", Upsert),
    endpoint("POST", "/rest/v1/programs/{programId}/members/delete.json", "Delete Program Members", Idempotent),
    endpoint("POST", "/rest/v1/programs/{programId}/members/status.json", "Sync Program Member Status", Idempotent),
    endpoint("GET", "/rest/v1/salespersons.json", "Get SalesPersons", Read),
    endpoint("POST", "/rest/v1/salespersons.json", "Sync SalesPersons", Upsert),
    endpoint("POST", "/rest/v1/salespersons/delete.json", "Delete SalesPersons", Idempotent),
    endpoint("GET", "/rest/v1/salespersons/describe.json", "Describe SalesPersons", Read),
    endpoint("GET", "/rest/v1/stats/errors.json", "Get Daily Errors", Read),
    endpoint("GET", "/rest/v1/stats/errors/last7days.json", "Get Weekly Errors", Read),
    endpoint("GET", "/rest/v1/stats/usage.json", "Get Daily Usage", Read),
    endpoint("GET", "/rest/v1/stats/usage/last7days.json", "Get Weekly Usage", Read),
    endpoint("GET", "/userservice/management/v1/users/allusers.json", "Get Users", Read),
    endpoint("POST", "/userservice/management/v1/users/invite.json", "Invite User", Sends),
    endpoint("GET", "/userservice/management/v1/users/roles.json", "Get Roles", Read),
    endpoint("GET", "/userservice/management/v1/users/workspaces.json", "Get Workspaces", Read),
    endpoint("POST", "/userservice/management/v1/users/{userid}/delete.json", "Delete User", Idempotent),
    endpoint("GET", "/userservice/management/v1/users/{userid}/invite.json", "Get Invited User by Id", Read),
    endpoint("POST", "/userservice/management/v1/users/{userid}/invite/delete.json", "Delete Invited User", Idempotent),
    endpoint("GET", "/userservice/management/v1/users/{userid}/roles.json", "Get Roles and Workspaces by Id", Read),
    endpoint("POST", "/userservice/management/v1/users/{userid}/roles/create.json", "Add Roles", Idempotent),
    endpoint("POST", "/userservice/management/v1/users/{userid}/roles/delete.json", "Delete Roles", Idempotent),
    endpoint("POST", "/userservice/management/v1/users/{userid}/update.json", "Update User Attributes", Idempotent),
    endpoint("GET", "/userservice/management/v1/users/{userid}/user.json", "Get User by Id", Read),
];

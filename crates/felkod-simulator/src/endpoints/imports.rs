//! Bulk imports of leads.

use felkod::{Code, json::Json};

use super::{Context, exports::push_line};
use crate::{
    body::{Refusal, rest::Pairs},
    marketo::{State, jobs::Import, leads::SyncAction, name},
    request::{Reply, Request},
};

/// How many bytes of rejected lines are kept.
const MOST_FAILURES: usize = 65_536;

/// How long the header of a file may be, in bytes.
const LONGEST_HEADER: usize = 4_096;

pub(super) fn create(context: &mut Context<'_, '_>, state: &mut State) -> Result<Reply, Refusal> {
    let format = context.required("format")?;
    let separator = match format {
        "csv" => ',',
        "tsv" => '\t',
        "ssv" => ';',
        _ => return Err(Refusal::new(Code::RestInvalidData, &[("field", "format"), ("value", format)])),
    };
    let file = file(context.request)?;
    let mut lines = lines(&file, separator);
    let header = lines.next().filter(|header| header.iter().any(|name| !name.is_empty()));
    let header = header.ok_or_else(|| Refusal::with(Code::RestInvalidMultipart, "Empty file"))?;
    if header.iter().map(String::len).sum::<usize>() > LONGEST_HEADER {
        return Err(Refusal::with(Code::RestInvalidMultipart, "The header of the file is too long"));
    }
    let import = state.jobs.import(context.now, context.limits)?;
    push_line(&mut import.header, header.iter().map(String::as_str).chain(["Import Failure Reason"]));
    for line in lines {
        let fields = header.iter().zip(&line).map(|(name, value)| (name.as_str(), Some(value.clone())));
        import.processed += 1;
        match state.leads.sync(SyncAction::CreateOrUpdate, "email", fields, context.now) {
            Ok((id, is_created)) => {
                state.activities.push(context.now, if is_created { 12 } else { 13 }, id);
            }
            Err(refusal) => {
                import.failed += 1;
                if import.failures.len() + line.iter().map(String::len).sum::<usize>() < MOST_FAILURES {
                    let reason = format!("{} ({})", refusal.text, name(&refusal));
                    push_line(&mut import.failures, line.iter().map(String::as_str).chain([reason.as_str()]));
                }
            }
        }
    }
    context.is_applied = true;
    let (id, status) = (import.id, import.times.stage(context.now).unwrap_or("Complete"));
    let job = vec![("batchId", id.into()), ("importId", id.to_string().into()), ("status", status.into())];
    Ok(context.success(vec![("result", Json::List(vec![Json::Object(job)]))]))
}

/// Returns the file in a body of several parts.
fn file(request: &Request<'_>) -> Result<String, Refusal> {
    if request.media_type() != "multipart/form-data" {
        return Err(Code::RestInvalidContentType.into());
    }
    let content_type = request.content_type.unwrap_or_default();
    let boundary = content_type.split_once("boundary=").map(|(_, rest)| rest);
    let boundary = boundary.and_then(|rest| rest.split(';').next()).map(|text| text.trim().trim_matches('"'));
    let boundary = boundary.filter(|text| !text.is_empty()).ok_or(Code::RestInvalidMultipart)?;
    let body = String::from_utf8_lossy(request.body);
    let delimiter = format!("--{boundary}");
    let part = body.split(delimiter.as_str()).skip(1).find_map(|part| {
        let (lines, content) = part.split_once("\r\n\r\n")?;
        let is_file = lines.contains("name=\"file\"") || lines.contains("filename=");
        is_file.then(|| content.strip_suffix("\r\n").unwrap_or(content).to_owned())
    });
    part.ok_or_else(|| Code::RestInvalidMultipart.into())
}

/// Splits a file into its lines and values. A value in quotation marks can hold separators, not line breaks.
fn lines(file: &str, separator: char) -> impl Iterator<Item = Vec<String>> {
    file.lines().filter(|line| !line.trim().is_empty()).map(move |line| {
        let mut values = vec![String::new()];
        let mut is_quoted = false;
        for character in line.chars() {
            match character {
                '"' => is_quoted = !is_quoted,
                _ if character == separator && !is_quoted => values.push(String::new()),
                _ => values.last_mut().into_iter().for_each(|value| value.push(character)),
            }
        }
        values
    })
}

pub(super) fn status(context: &Context<'_, '_>, state: &State, id: &str) -> Result<Reply, Refusal> {
    let import = state.jobs.import_status(id)?;
    let progress = import.times.stage(context.now);
    let word = match progress {
        None => "Complete",
        Some("Processing") => "Importing",
        Some(word) => word,
    };
    let mut job: Pairs = vec![
        ("batchId", import.id.into()),
        ("importId", import.id.to_string().into()),
        ("status", word.into()),
    ];
    if progress.is_none() {
        job.extend([
            ("numOfLeadsProcessed", (import.processed - import.failed).into()),
            ("numOfRowsFailed", import.failed.into()),
            ("numOfRowsWithWarning", 0_u64.into()),
        ]);
    }
    Ok(context.success(vec![("result", Json::List(vec![Json::Object(job)]))]))
}

pub(super) fn failures(state: &State, id: &str) -> Result<Reply, Refusal> {
    let import = state.jobs.import_status(id)?;
    Ok(csv(import, &import.failures))
}

pub(super) fn warnings(state: &State, id: &str) -> Result<Reply, Refusal> {
    Ok(csv(state.jobs.import_status(id)?, ""))
}

fn csv(import: &Import, lines: &str) -> Reply {
    Reply::new(200, "text/csv;charset=UTF-8", format!("{}{lines}", import.header))
}

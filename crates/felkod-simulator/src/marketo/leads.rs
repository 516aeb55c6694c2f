//! Leads and the lists that they are on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use felkod::{Code, json::Json};

use crate::{body::Refusal, body::rest::Pairs, date};

/// The fields that a test can set, by their REST names.
pub(crate) const FIELDS: [&str; 8] =
    ["email", "firstName", "lastName", "company", "title", "phone", "country", "unsubscribed"];

/// The place of the e-mail address in [`FIELDS`].
const EMAIL: usize = 0;

/// How long a value may be, in characters.
const LONGEST: usize = 255;

/// How many leads are kept; the oldest go first.
const MOST: usize = 10_000;

/// The lists that are there, by id and name.
pub(crate) const LISTS: [(u64, &str); 3] = [(1001, "Newsletter"), (1002, "Customers"), (1003, "Webinar")];

#[derive(Debug, Default)]
pub(crate) struct Leads {
    by_id: BTreeMap<u64, Lead>,
    /// The leads of each e-mail address, in lower case.
    by_email: HashMap<String, BTreeSet<u64>>,
    members: BTreeMap<u64, BTreeSet<u64>>,
    count: u64,
}

#[derive(Debug)]
pub(crate) struct Lead {
    pub(crate) id: u64,
    pub(crate) created: u64,
    updated: u64,
    values: [Option<String>; FIELDS.len()],
}

/// What is to become of a field.
#[derive(Debug, Default)]
enum Change {
    #[default]
    None,
    To(Option<String>),
}

impl Change {
    fn value(self) -> Option<String> {
        match self {
            Self::To(value) => value,
            Self::None => None,
        }
    }
}

type Values = [Change; FIELDS.len()];

impl Lead {
    /// Returns a field; `None` where there is no field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<(&'static str, Json)> {
        if let Some(at) = FIELDS.iter().position(|field| *field == name) {
            return Some((FIELDS[at], self.values[at].as_deref().into()));
        }
        match name {
            "id" => Some(("id", self.id.into())),
            "createdAt" => Some(("createdAt", date::format(self.created).into())),
            "updatedAt" => Some(("updatedAt", date::format(self.updated).into())),
            _ => None,
        }
    }

    fn is(&self, field: &str, value: &str) -> bool {
        let at = FIELDS.iter().position(|name| *name == field);
        at.and_then(|at| self.values[at].as_deref()).is_some_and(|own| own.eq_ignore_ascii_case(value))
    }
}

/// What to do with a lead that is there, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SyncAction {
    CreateOnly,
    UpdateOnly,
    CreateOrUpdate,
    CreateDuplicate,
}

impl SyncAction {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "createOnly" => Some(Self::CreateOnly),
            "updateOnly" => Some(Self::UpdateOnly),
            "createOrUpdate" => Some(Self::CreateOrUpdate),
            "createDuplicate" => Some(Self::CreateDuplicate),
            _ => None,
        }
    }
}

impl Leads {
    /// Returns the fields that a lead can be filtered by, beside `id`.
    pub(crate) fn can_filter_by(name: &str) -> bool {
        name == "id" || FIELDS.contains(&name)
    }

    /// Creates or updates a lead, and returns its id and whether it was created.
    pub(crate) fn sync<'v>(
        &mut self,
        action: SyncAction,
        lookup: &str,
        fields: impl Iterator<Item = (&'v str, Option<String>)>,
        now: u64,
    ) -> Result<(u64, bool), Refusal> {
        let mut values = Values::default();
        let mut id = None;
        for (name, value) in fields {
            if name == "id" {
                id = value;
                continue;
            }
            let at = FIELDS.iter().position(|field| *field == name);
            let at = at.ok_or_else(|| Refusal::new(Code::RestFieldNotFound, &[("field", name)]))?;
            if value.as_ref().is_some_and(|value| value.chars().count() > LONGEST) {
                return Err(Refusal::new(Code::RestFieldBlank, &[("field", name)]));
            }
            values[at] = Change::To(value);
        }
        let email = match &values[EMAIL] {
            Change::To(Some(email)) if !email.is_empty() => Some(email.as_str()),
            Change::To(_) | Change::None => None,
        };
        let key = if lookup == "id" { id.as_deref() } else { email };
        let key = key.ok_or_else(|| Refusal::new(Code::RestParameterMissing, &[("parameter", lookup)]))?;
        let found = match lookup {
            "id" => key.parse().ok().filter(|id| self.by_id.contains_key(id)),
            _ => self.by_email.get(&key.to_lowercase()).and_then(|ids| ids.first()).copied(),
        };
        match (found, action) {
            (Some(_), SyncAction::CreateOnly) => Err(Code::RestLeadAlreadyExists.into()),
            (None, SyncAction::UpdateOnly) => Err(Refusal::new(Code::RestLeadNotFound, &[("lead", key)])),
            (None, _) if lookup == "id" => Err(Refusal::new(Code::RestLeadNotFound, &[("lead", key)])),
            (Some(id), SyncAction::UpdateOnly | SyncAction::CreateOrUpdate) => {
                self.change(id, values, now);
                Ok((id, false))
            }
            (_, _) => Ok((self.create(values, now), true)),
        }
    }

    fn create(&mut self, values: Values, now: u64) -> u64 {
        if self.by_id.len() >= MOST
            && let Some(oldest) = self.by_id.keys().next().copied()
        {
            self.delete(oldest);
        }
        self.count += 1;
        let id = self.count;
        let lead = Lead { id, created: now, updated: now, values: values.map(Change::value) };
        if let Some(email) = &lead.values[EMAIL] {
            self.by_email.entry(email.to_lowercase()).or_default().insert(id);
        }
        self.by_id.insert(id, lead);
        id
    }

    fn change(&mut self, id: u64, values: Values, now: u64) {
        let Some(lead) = self.by_id.get_mut(&id) else { return };
        lead.updated = now;
        let before = lead.values[EMAIL].as_deref().map(str::to_lowercase);
        for (own, value) in lead.values.iter_mut().zip(values) {
            if let Change::To(value) = value {
                *own = value;
            }
        }
        let after = lead.values[EMAIL].as_deref().map(str::to_lowercase);
        if before != after {
            self.forget_email(before.as_deref(), id);
            if let Some(email) = after {
                self.by_email.entry(email).or_default().insert(id);
            }
        }
    }

    /// Deletes a lead, and tells whether it was there.
    pub(crate) fn delete(&mut self, id: u64) -> bool {
        let Some(lead) = self.by_id.remove(&id) else { return false };
        self.forget_email(lead.values[EMAIL].as_deref().map(str::to_lowercase).as_deref(), id);
        for members in self.members.values_mut() {
            members.remove(&id);
        }
        true
    }

    fn forget_email(&mut self, email: Option<&str>, id: u64) {
        let Some(email) = email else { return };
        if let Some(ids) = self.by_email.get_mut(email) {
            ids.remove(&id);
            if ids.is_empty() {
                self.by_email.remove(email);
            }
        }
    }

    pub(crate) fn lead(&self, id: u64) -> Option<&Lead> {
        self.by_id.get(&id)
    }

    /// Returns the leads one of whose values is one of these, by id.
    pub(crate) fn filtered(&self, field: &str, values: &[&str]) -> Vec<&Lead> {
        let ids: BTreeSet<u64> = match field {
            "id" => values.iter().filter_map(|value| value.parse().ok()).collect(),
            "email" => {
                let of_value = |value: &&str| self.by_email.get(&value.to_lowercase());
                values.iter().filter_map(of_value).flatten().copied().collect()
            }
            _ => {
                return self
                    .by_id
                    .values()
                    .filter(|lead| values.iter().any(|value| lead.is(field, value)))
                    .collect();
            }
        };
        ids.iter().filter_map(|id| self.by_id.get(id)).collect()
    }

    /// Returns the leads that were created between two times.
    pub(crate) fn created(&self, from: u64, to: u64) -> impl Iterator<Item = &Lead> {
        self.by_id.values().filter(move |lead| (from..=to).contains(&lead.created))
    }

    /// Puts a lead on a list.
    pub(crate) fn join(&mut self, list: u64, id: u64) -> Result<(), Refusal> {
        if !self.by_id.contains_key(&id) {
            return Err(Refusal::new(Code::RestLeadNotFound, &[("lead", &id.to_string())]));
        }
        self.members.entry(list).or_default().insert(id);
        Ok(())
    }

    /// Takes a lead off a list.
    pub(crate) fn leave(&mut self, list: u64, id: u64) -> Result<(), Refusal> {
        if !self.by_id.contains_key(&id) {
            return Err(Refusal::new(Code::RestLeadNotFound, &[("lead", &id.to_string())]));
        }
        let was_member = self.members.entry(list).or_default().remove(&id);
        if was_member { Ok(()) } else { Err(Code::RestLeadNotInList.into()) }
    }

    pub(crate) fn is_member(&self, list: u64, id: u64) -> bool {
        self.members.get(&list).is_some_and(|members| members.contains(&id))
    }

    /// Returns the members of a list, by id.
    pub(crate) fn members(&self, list: u64) -> Vec<&Lead> {
        let ids = self.members.get(&list).into_iter().flatten();
        ids.filter_map(|id| self.by_id.get(id)).collect()
    }
}

/// Returns the fields of a lead that are asked for, or the ones that Marketo returns by default.
pub(crate) fn shown(lead: &Lead, fields: &[&str]) -> Result<Json, Refusal> {
    /// The fields that are returned by default.
    const DEFAULT: [&str; 6] = ["id", "firstName", "lastName", "email", "updatedAt", "createdAt"];
    let fields = if fields.is_empty() { &DEFAULT } else { fields };
    let mut pairs: Pairs = Vec::new();
    for name in fields {
        let field = lead.field(name);
        pairs.push(field.ok_or_else(|| Refusal::new(Code::RestFieldNotFound, &[("field", name)]))?);
    }
    if !fields.contains(&"id") {
        pairs.insert(0, ("id", lead.id.into()));
    }
    Ok(Json::Object(pairs))
}

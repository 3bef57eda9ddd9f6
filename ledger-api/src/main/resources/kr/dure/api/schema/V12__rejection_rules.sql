-- A merchant's application is rejected by a rule with a name.

alter table desk.proposal add column rule text;
grant update (rule) on desk.proposal to "${app}";

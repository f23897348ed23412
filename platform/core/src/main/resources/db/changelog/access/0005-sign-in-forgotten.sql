--liquibase formatted sql

--changeset access:0005-session-swept
-- Sessions that nobody has used for 90 days are forgotten by a job, which is no person: it sees these and no others.
create policy swept on access.session
    using (current_setting('app.sweep', true) = 'sessions' and seen_at < now() - interval '90 days');
--rollback drop policy swept on access.session;

package org.kaiyuan.platform.rest;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was answered to posts with an {@code Idempotency-Key}, for a day. */
@Component
class KeptAnswers implements ZoneChore {
    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer, and what it answered. */
    record Kept(
            byte[] fingerprint,
            int status,
            @Nullable String location,
            @Nullable String entityTag,
            @Nullable String contentType,
            byte[] body) {}

    /** Whether this key is ours until the transaction ends; false while another request holds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(String caller, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, ?))")
                .params(caller + '\n' + key, CurrentTenant.get().value())
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Kept> find(String caller, String key) {
        return jdbc.sql(
                        """
                        select fingerprint, status, location, entity_tag, content_type, body from rest.kept_answer
                        where caller = ? and idempotency_key = ? and kept_at > ?\
                        """)
                .params(caller, key, oldest())
                .query((row, number) ->
                        new Kept(
                                row.getBytes(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBytes(6)))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String caller, String key, Kept answer) {
        jdbc.sql("delete from rest.kept_answer where caller = ? and idempotency_key = ?")
                .params(caller, key)
                .update(); // one that is older than a day
        jdbc.sql(
                        """
                        insert into rest.kept_answer (tenant_id, caller, idempotency_key, fingerprint, kept_at,
                            status, location, entity_tag, content_type, body)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(CurrentTenant.get().value())
                .param(caller)
                .param(key)
                .param(answer.fingerprint())
                .param(java.sql.Timestamp.from(clock.instant()))
                .param(answer.status())
                .param(answer.location())
                .param(answer.entityTag())
                .param(answer.contentType())
                .param(answer.body())
                .update();
    }

    /** Forgets what is older than a day. */
    @Override
    @Transactional
    public void run() {
        jdbc.sql("delete from rest.kept_answer where kept_at <= ?").param(oldest()).update();
    }

    private java.sql.Timestamp oldest() {
        return java.sql.Timestamp.from(clock.instant().minus(KEPT));
    }
}

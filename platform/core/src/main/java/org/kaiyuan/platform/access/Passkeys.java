package org.kaiyuan.platform.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signed-in person's passkeys. One is made by the browser and {@link PasskeySignIn}. */
@Service
@Transactional
public class Passkeys {
    private final JdbcTemplate jdbc;
    private final CurrentPerson current;
    private final AccessRecords records;

    Passkeys(JdbcTemplate jdbc, CurrentPerson current, AccessRecords records) {
        this.jdbc = jdbc;
        this.current = current;
        this.records = records;
    }

    /** @param usedAt null while nobody has signed in with it */
    public record Line(String id, String label, Instant createdAt, @Nullable Instant usedAt) {}

    /** Oldest first; there are ten at most. */
    @Transactional(readOnly = true)
    public List<Line> mine() {
        var me = iAm();
        return jdbc.query(
                """
                select credential_id, label, created_at, used_at from access.passkey
                where account_id = ? order by created_at limit 20\
                """,
                (row, number) ->
                        new Line(
                                row.getString(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant(),
                                row.getTimestamp(4) == null
                                        ? null
                                        : row.getTimestamp(4).toInstant()),
                me.value());
    }

    /** From now on nobody signs in with it; one that is not theirs stays. */
    public void remove(String id) {
        CurrentTenant.refuseReadingOnly();
        var me = iAm();
        int gone =
                jdbc.update(
                        "delete from access.passkey where account_id = ? and credential_id = ?",
                        me.value(),
                        id);
        if (gone > 0) {
            records.own(current.signedIn().orElseThrow(), "passkeyRemoved");
        }
    }

    private AccountId iAm() {
        var me = current.inStage(SignedIn.Stage.READY).session().owner();
        jdbc.execute("SET LOCAL app.account_id = '" + me.value() + "'");
        return me;
    }
}

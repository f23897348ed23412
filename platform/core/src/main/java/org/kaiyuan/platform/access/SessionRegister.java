package org.kaiyuan.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in, on which device: everyone sees their own sessions and ends them.
 *
 * <p>A session that has ended here is refused at its next request, whichever node it is on.
 */
@Service
@Transactional
public class SessionRegister {
    private static final int MOST = 50;

    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final Clock clock;

    SessionRegister(JdbcTemplate jdbc, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
    }

    /**
     * One of a person's open sessions.
     *
     * @param agent what the browser called itself
     * @param current whether it is the one that asks
     */
    public record Line(
            UUID id,
            Instant beganAt,
            Instant seenAt,
            String address,
            String agent,
            boolean current) {}

    /** The signed-in person's open sessions, newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Line> mine() {
        var session = session();
        iAm(session.owner());
        return jdbc.query(
                """
                select id, began_at, seen_at, address, agent from access.session
                where account_id = ? and ended_at is null and seen_at > ?
                order by began_at desc limit ?\
                """,
                (row, number) ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getTimestamp("began_at").toInstant(),
                                row.getTimestamp("seen_at").toInstant(),
                                row.getString("address"),
                                row.getString("agent"),
                                session.id().equals(row.getObject("id", UUID.class))),
                session.owner().value(),
                Timestamp.from(clock.instant().minus(SignInRules.LONGEST_IDLE)),
                MOST);
    }

    /** Ends one of the signed-in person's sessions; one that is not theirs, or has ended, stays as it is. */
    public void end(UUID id) {
        end(session().owner(), id, "revoked");
    }

    /** Ends all of the signed-in person's sessions but the one that asks. */
    public void endOthers() {
        endOthers(session().owner(), session().id(), "revoked");
    }

    void begin(SignedIn someone, String address, String agent) {
        var session = someone.session();
        var began = session.began(); // not where they are: who still owes something is nowhere
        iAm(session.owner());
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                """
                insert into access.session
                    (id, account_id, zone, came_from, began_at, seen_at, address, agent, vouched_by, second_factor_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                session.id(),
                session.owner().value(),
                began.zone() == null ? null : began.zone().value(),
                began.cameFrom() == null ? null : began.cameFrom().value(),
                now,
                now,
                address,
                agent,
                session.vouchedBy() == null ? null : session.vouchedBy().value(),
                began.strong() ? now : null);
        jdbc.update(
                "update access.account set signed_in_at = ? where id = ?",
                now,
                session.owner().value());
    }

    void end(AccountId owner, UUID id, String reason) {
        iAm(owner);
        jdbc.update(
                "update access.session set ended_at = ?, end_reason = ? where id = ? and ended_at is null",
                Timestamp.from(clock.instant()),
                reason,
                id);
    }

    /** @param but the session that stays; null for none */
    void endOthers(AccountId owner, @Nullable UUID but, String reason) {
        iAm(owner);
        jdbc.update(
                """
                update access.session set ended_at = ?, end_reason = ?
                where account_id = ? and ended_at is null and id is distinct from ?\
                """,
                Timestamp.from(clock.instant()),
                reason,
                owner.value(),
                but);
    }

    /** Lets the session stand elsewhere; what it may do there is read at its next request. */
    void move(SignedIn.Session session, Standing.Place place) {
        iAm(session.owner());
        jdbc.update(
                "update access.session set zone = ?, came_from = ?, views_as = ? where id = ? and ended_at is null",
                place.zone() == null ? null : place.zone().value(),
                place.cameFrom() == null ? null : place.cameFrom().value(),
                place.viewsAs(),
                session.id());
    }

    private SignedIn.Session session() {
        return person.inStage(SignedIn.Stage.READY).session();
    }

    /** For the policy of the table; ids are UUIDs, so the statement holds nothing that anyone typed. */
    private void iAm(AccountId account) {
        jdbc.execute("SET LOCAL app.account_id = '" + account.value() + "'");
    }
}

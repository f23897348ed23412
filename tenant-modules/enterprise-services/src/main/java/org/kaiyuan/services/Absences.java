package org.kaiyuan.services;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who does their cases meanwhile. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class Absences {
    static final String SUBJECT = "services.absence";

    private static final int MOST = 200;

    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final ZonePeople people;
    private final ChangeHistory history;
    private final Clock clock;

    Absences(
            JdbcTemplate jdbc,
            CurrentPerson person,
            ZonePeople people,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.people = people;
        this.history = history;
        this.clock = clock;
    }

    /** @param until last day */
    public record Absence(
            String username,
            String name,
            String substitute,
            String substituteName,
            LocalDate from,
            LocalDate until) {}

    /**
     * One's own. Replaces what was said before.
     *
     * @throws ServicesFieldsRefused when the substitute is oneself, may not handle cases, or is away then; when one stands in
     *     for somebody else then; or when the days are not as they must be
     */
    public void say(String substitute, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new ServicesFieldsRefused("until", "services.rule.untilBeforeFrom");
        }
        if (until.isBefore(LocalDate.now(clock))) {
            throw new ServicesFieldsRefused("until", "services.rule.past");
        }
        if (until.isAfter(from.plusYears(1))) {
            throw new ServicesFieldsRefused("until", "services.rule.absenceLongest");
        }
        var me = person.username();
        if (substitute.equals(me)) {
            throw new ServicesFieldsRefused("substitute", "services.rule.substituteSelf");
        }
        var other = handler(substitute);
        oneAfterTheOther();
        if (there("username = ?", substitute, from, until)) {
            throw new ServicesFieldsRefused(
                    "substitute", "services.rule.substituteAway", other.displayName());
        }
        if (there("substitute = ?", me, from, until)) {
            throw new ServicesFieldsRefused("from", "services.rule.substituteChain");
        }
        var before = mine();
        jdbc.update(
                """
                insert into services.absence (tenant_id, username, name, substitute, substitute_name, from_on, until_on)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, username) do update set name = excluded.name, substitute = excluded.substitute,
                    substitute_name = excluded.substitute_name, from_on = excluded.from_on, until_on = excluded.until_on\
                """,
                CurrentTenant.get().value(),
                me,
                person.displayName(),
                substitute,
                other.displayName(),
                from,
                until);
        history.record(
                SUBJECT,
                idOf(me),
                "away",
                List.of(
                        new FieldChange(
                                "substitute",
                                before == null ? null : before.substituteName(),
                                other.displayName()),
                        new FieldChange(
                                "from",
                                before == null ? null : before.from().toString(),
                                from.toString()),
                        new FieldChange(
                                "until",
                                before == null ? null : before.until().toString(),
                                until.toString())));
    }

    /** One's own has ended. */
    public void back() {
        var me = person.username();
        if (jdbc.update("delete from services.absence where username = ?", me) > 0) {
            history.record(SUBJECT, idOf(me), "back", List.of());
        }
    }

    /** One's own; null where there is none. */
    @Transactional(readOnly = true)
    public @Nullable Absence mine() {
        return jdbc
                .query(
                        "select * from services.absence where username = ?",
                        Absences::absence,
                        person.username())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Present and coming ones, at most 200. */
    @Transactional(readOnly = true)
    public List<Absence> list() {
        return jdbc.query(
                "select * from services.absence where until_on >= ? order by from_on, username limit ?",
                Absences::absence,
                LocalDate.now(clock),
                MOST);
    }

    private ZonePeople.Colleague handler(String username) {
        return people.of(List.of(username)).stream()
                .filter(one -> one.permissions().contains(ServicesPermissions.HANDLE))
                .findFirst()
                .orElseThrow(() ->
                        new ServicesFieldsRefused("substitute", "services.rule.handler", username));
    }

    /** Else two could each name the other at the same moment. */
    private void oneAfterTheOther() {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('services.absence', ?))",
                row -> {},
                CurrentTenant.get().value());
    }

    private boolean there(String which, String username, LocalDate from, LocalDate until) {
        return !jdbc.queryForList(
                        "select 1 from services.absence where "
                                + which
                                + " and from_on <= ? and until_on >= ? limit 1",
                        username,
                        until,
                        from)
                .isEmpty();
    }

    private static UUID idOf(String username) {
        return UUID.nameUUIDFromBytes((SUBJECT + " " + username).getBytes(StandardCharsets.UTF_8));
    }

    private static Absence absence(ResultSet row, int n) throws SQLException {
        return new Absence(
                row.getString("username"),
                row.getString("name"),
                row.getString("substitute"),
                row.getString("substitute_name"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
    }
}

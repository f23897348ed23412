package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.Colleagues;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What colleagues of an enterprise may do; its administrators say so, and may everything themselves.
 *
 * <p>Of whom nobody has said anything may see, fill in and read results, too (docs/decisions/0036).
 */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class ColleagueRights {
    /** What the history calls it; by the enterprise. */
    static final String SUBJECT = "services.colleague-right";

    private final EnterpriseDoor door;
    private final Colleagues colleagues;
    private final CurrentPerson person;
    private final ChangeHistory history;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ColleagueRights(
            EnterpriseDoor door,
            Colleagues colleagues,
            CurrentPerson person,
            ChangeHistory history,
            JdbcTemplate jdbc,
            Clock clock) {
        this.door = door;
        this.colleagues = colleagues;
        this.person = person;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param until last day; null for ever */
    public record Line(
            String username,
            String name,
            boolean administrator,
            Set<ColleagueRight> rights,
            @Nullable LocalDate until) {}

    private record Given(Set<ColleagueRight> rights, @Nullable LocalDate until) {}

    /**
     * Whoever stands for the enterprise now.
     *
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when one does not stand for it
     */
    @Transactional(readOnly = true)
    public List<Line> of(EnterpriseId enterprise) {
        var given = given(door.standing(enterprise).id());
        var all = new Given(EnumSet.allOf(ColleagueRight.class), null);
        return colleagues.of(enterprise).stream()
                .map(one -> {
                    var rights =
                            one.administrator() ? all : given.getOrDefault(one.username(), all);
                    return new Line(
                            one.username(),
                            one.personName(),
                            one.administrator(),
                            rights.rights(),
                            rights.until());
                })
                .toList();
    }

    /**
     * Replaces what was said before. Who may fill in or read results also sees.
     *
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when one does not stand for it
     * @throws CaseRightRefused when one is no administrator of it
     * @throws ServicesFieldsRefused when the colleague does not stand for it, is an administrator, or the last day has passed
     */
    public void give(
            EnterpriseId enterprise,
            String username,
            Set<ColleagueRight> rights,
            @Nullable LocalDate until) {
        var standing = door.standing(enterprise);
        if (!standing.administrator()) {
            throw CaseRightRefused.ofAdministrators();
        }
        var colleague =
                colleagues.of(enterprise).stream()
                        .filter(one -> one.username().equals(username))
                        .findFirst()
                        .orElseThrow(() ->
                                new ServicesFieldsRefused(
                                        "username", "services.rule.colleague", username));
        if (colleague.administrator()) {
            throw new ServicesFieldsRefused("username", "services.rule.administrator", username);
        }
        if (until != null && until.isBefore(LocalDate.now(clock))) {
            throw new ServicesFieldsRefused("until", "services.rule.untilPassed");
        }
        var whole = EnumSet.noneOf(ColleagueRight.class);
        whole.addAll(rights);
        if (!whole.isEmpty()) {
            whole.add(ColleagueRight.SEE);
        }
        var before = given(standing.id()).get(username);
        jdbc.update(
                """
                insert into services.colleague_right as r
                    (tenant_id, enterprise_id, username, rights, until, given_by, given_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, enterprise_id, username) do update
                set rights = excluded.rights, until = excluded.until, given_by = excluded.given_by,
                    given_at = excluded.given_at\
                """,
                CurrentTenant.get().value(),
                standing.id().value(),
                username,
                whole.stream().map(Enum::name).toArray(String[]::new),
                until,
                person.username(),
                Timestamp.from(clock.instant()));
        history.record(
                SUBJECT,
                standing.id().value(),
                "given",
                List.of(
                        new FieldChange("colleague", null, colleague.personName()),
                        new FieldChange(
                                "rights",
                                before == null ? null : words(before.rights()),
                                words(whole)),
                        new FieldChange(
                                "until",
                                before == null || before.until() == null
                                        ? null
                                        : before.until().toString(),
                                until == null ? null : until.toString())));
    }

    /**
     * What whoever asks may do.
     *
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when one does not stand for it
     */
    @Transactional(readOnly = true)
    public Set<ColleagueRight> mine(EnterpriseId enterprise) {
        return door.standing(enterprise).rights();
    }

    private static String words(Collection<ColleagueRight> rights) {
        return rights.isEmpty()
                ? "—"
                : String.join(" ", rights.stream().map(Enum::name).sorted().toList());
    }

    private Map<String, Given> given(EnterpriseId enterprise) {
        Map<String, Given> given = new HashMap<>();
        jdbc.query(
                "select username, rights, until from services.colleague_right where enterprise_id = ?",
                row -> {
                    given.put(
                            row.getString(1),
                            new Given(
                                    EnterpriseDoor.named(row.getArray(2)),
                                    row.getObject(3, LocalDate.class)));
                },
                enterprise.value());
        return given;
    }
}

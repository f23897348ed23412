package org.kaiyuan.delegation;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the public sees of the zone's lists, and other zones with it: nothing, until the zone decides otherwise.
 *
 * @see <a href="../../../../../../../../docs/decisions/0034-what-the-public-sees.md">decision 0034</a>
 */
@Service
@Transactional
public class PublicShowing {
    /** What the history calls it. */
    static final String SUBJECT = "delegation.showing";

    private final JdbcTemplate jdbc;
    private final Shelf shelf;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    PublicShowing(
            JdbcTemplate jdbc,
            Shelf shelf,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /** As it stands. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public Showing now() {
        return stored();
    }

    /**
     * Shows lists with all their editions, and nothing else; editions to come follow by themselves.
     *
     * @param lists which; null for all that are published, and those to come
     * @param basedOn the version that was seen
     * @throws UnknownList when one of them is none of the zone's
     * @throws ShowingChangedMeanwhile when somebody else was quicker
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public void show(@Nullable Set<ListId> lists, long basedOn) {
        refuseUnknown(lists);
        decide(new Showing(true, lists, null, null, basedOn));
    }

    /**
     * Shows nothing any more; which lists were chosen is kept for another time.
     *
     * @param basedOn the version that was seen
     * @throws ShowingChangedMeanwhile when somebody else was quicker
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public void hide(long basedOn) {
        var before = held();
        decide(before, new Showing(false, before.lists(), null, null, basedOn));
    }

    /** Puts what was published meanwhile where the public sees it; for reactions, any number of times. */
    @PreAuthorize("hasRole('SYSTEM')")
    public void follow() {
        var showing = held();
        if (showing.shown()) {
            shelf.bring(showing.lists());
        }
    }

    private void decide(Showing wanted) {
        decide(held(), wanted);
    }

    private void decide(Showing before, Showing wanted) {
        if (before.version() != wanted.version()) {
            throw new ShowingChangedMeanwhile(
                    before.version(),
                    history.newest(
                            subject(), (int) Math.max(1, before.version() - wanted.version())));
        }
        jdbc.update(
                """
                insert into delegation.showing as s (tenant_id, shown, lists, changed_at, changed_name) values (?, ?, ?, ?, ?)
                on conflict (tenant_id) do update set shown = excluded.shown, lists = excluded.lists,
                    changed_at = excluded.changed_at, changed_name = excluded.changed_name, version = s.version + 1\
                """,
                CurrentTenant.get().value(),
                wanted.shown(),
                ids(wanted.lists()),
                Timestamp.from(clock.instant()),
                person.displayName());
        if (wanted.shown()) {
            shelf.bring(wanted.lists());
        } else {
            shelf.clear();
        }
        history.record(
                SUBJECT,
                subject(),
                wanted.shown() ? "shown" : "hidden",
                List.of(
                        new FieldChange(
                                "shown",
                                Boolean.toString(before.shown()),
                                Boolean.toString(wanted.shown())),
                        new FieldChange("lists", titles(before.lists()), titles(wanted.lists()))));
    }

    private void refuseUnknown(@Nullable Set<ListId> lists) {
        if (lists == null) {
            return;
        }
        var known =
                jdbc.queryForObject(
                        "select count(*) from delegation.list where id = any (?)",
                        Integer.class,
                        (Object) ids(lists));
        if (known == null || known != lists.size()) {
            throw new UnknownList();
        }
    }

    /** Those who decide, and reactions, wait for each other, also where there is no row yet. */
    private Showing held() {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('delegation.showing', ?))",
                row -> {},
                CurrentTenant.get().value());
        return stored();
    }

    /** A row's first version is 0, no row is the version before it. */
    private Showing stored() {
        return jdbc
                .query(
                        "select shown, lists, changed_at, changed_name, version + 1 from delegation.showing",
                        (row, n) -> {
                            var lists = row.getArray(2);
                            return new Showing(
                                    row.getBoolean(1),
                                    lists == null
                                            ? null
                                            : Stream.of((UUID[]) lists.getArray())
                                                    .map(ListId::new)
                                                    .collect(Collectors.toUnmodifiableSet()),
                                    row.getTimestamp(3).toInstant(),
                                    row.getString(4),
                                    row.getLong(5));
                        })
                .stream()
                .findFirst()
                .orElse(Showing.NOTHING);
    }

    private @Nullable String titles(@Nullable Set<ListId> lists) {
        if (lists == null) {
            return null;
        }
        return String.join(
                "、",
                new TreeSet<>(
                        jdbc.queryForList(
                                "select title from delegation.list where id = any (?)",
                                String.class,
                                (Object) ids(lists))));
    }

    private static UUID @Nullable [] ids(@Nullable Set<ListId> lists) {
        return lists == null
                ? null
                : lists.stream().map(ListId::value).sorted().toArray(UUID[]::new);
    }

    /** One of its own: other settings of the zone have histories, too. */
    private static UUID subject() {
        return UUID.nameUUIDFromBytes(
                (SUBJECT + CurrentTenant.get().value()).getBytes(StandardCharsets.UTF_8));
    }
}

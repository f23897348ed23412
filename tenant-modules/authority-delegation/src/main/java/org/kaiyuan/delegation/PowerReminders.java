package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.notices.Notices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is due of powers and was told to nobody yet, and who is told: whoever sees to a power, and where that is nobody of
 * the zone those who may write.
 */
@Component
class PowerReminders {
    /** So many are written down at once; then it is gone on with the rest. */
    static final int AT_ONCE = 500;

    private static final int MOST_NAMED = 100;

    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    PowerReminders(JdbcTemplate jdbc, ZonePeople people, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A grant of which somebody is told.
     *
     * @param days so many before the day; -1 is the day after
     */
    record Due(
            UUID entry,
            UUID matter,
            String matterName,
            @Nullable String owner,
            LocalDate ofDay,
            int days) {}

    /** Who may be told. */
    record Listeners(Set<String> all, List<String> writers) {}

    /** Empty where nobody would hear: then nothing is written down, and it is told when somebody is there. */
    @Nullable Listeners listeners() {
        var writers =
                people.whoMay(DelegationPermissions.WRITE).stream()
                        .map(ZonePeople.Colleague::username)
                        .toList();
        return writers.isEmpty() ? null : new Listeners(Set.copyOf(writers), writers);
    }

    /**
     * Writes down what nobody was told of yet, at most {@link #AT_ONCE}. Of several times before one day that have passed
     * only the shortest is told.
     *
     * @param which selects {@code tenant_id, subject_id, of_day, days_before} from {@code grants g}
     * @param until grants whose last day was not before then
     * @param arguments of {@code which}
     */
    List<Due> mark(String kind, LocalDate until, String which, Object... arguments) {
        var all = new ArrayList<Object>(List.of(until, LocalDate.now(clock)));
        all.addAll(List.of(arguments));
        all.addAll(List.of(kind, Timestamp.from(clock.instant()), kind, AT_ONCE));
        return jdbc.query(
                """
                with %s, due as (%s),
                told as (
                    insert into delegation.use_told (tenant_id, kind, subject_id, of_day, days_before, at)
                    select d.tenant_id, ?, d.subject_id, d.of_day, d.days_before, ? from due d
                    where not exists (
                        select from delegation.use_told o where o.tenant_id = d.tenant_id and o.kind = ?
                          and o.subject_id = d.subject_id and o.of_day = d.of_day and o.days_before <= d.days_before)
                    order by d.of_day, d.subject_id limit ?
                    on conflict do nothing
                    returning tenant_id, subject_id, of_day, days_before)
                select g.entry_id, g.matter_id, g.matter_name, r.owner, t.of_day, t.days_before
                from told t
                join grants g on g.tenant_id = t.tenant_id and g.entry_id = t.subject_id
                left join delegation.readiness r on r.tenant_id = t.tenant_id and r.entry_id = t.subject_id
                order by t.of_day, g.name_key, g.entry_id\
                """
                        .formatted(CurrentGrants.GRANTS, which),
                (row, n) ->
                        new Due(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getInt(6)),
                all.toArray());
    }

    /**
     * Tells each person in one sentence what is about the same day.
     *
     * @param notice the end of {@code delegation.notice.} for a grant
     * @param link where the sentence leads
     */
    void tell(Listeners listeners, List<Due> due, Function<Due, String> notice, String link) {
        record Sentence(String username, String notice, LocalDate ofDay) {}
        Map<Sentence, List<Due>> sentences = new LinkedHashMap<>();
        var ofTheZone = stillThere(due);
        for (var one : due) {
            var owner = one.owner();
            var hearing =
                    owner != null && ofTheZone.contains(owner)
                            ? List.of(owner)
                            : listeners.writers();
            for (var username : hearing) {
                sentences
                        .computeIfAbsent(
                                new Sentence(username, notice.apply(one), one.ofDay()),
                                s -> new ArrayList<>())
                        .add(one);
            }
        }
        sentences.forEach((sentence, of) ->
                notices.tell(
                        sentence.username(),
                        "delegation.notice." + sentence.notice(),
                        List.of(
                                String.valueOf(of.size()),
                                of.getFirst().matterName(),
                                sentence.ofDay().toString()),
                        link));
    }

    /** Of the owners those who are still of the zone. */
    Set<String> stillThere(List<Due> due) {
        var owners = new TreeSet<String>();
        for (var one : due) {
            if (one.owner() != null) {
                owners.add(one.owner());
            }
        }
        if (owners.isEmpty()) {
            return Set.of();
        }
        return people.of(owners.stream().limit(MOST_NAMED).toList()).stream()
                .map(ZonePeople.Colleague::username)
                .collect(Collectors.toUnmodifiableSet());
    }
}

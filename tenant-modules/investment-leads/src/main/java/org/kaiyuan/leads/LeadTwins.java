package org.kaiyuan.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.search.LeadIndex;
import org.kaiyuan.leads.search.LeadWords;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Likely twins of a lead that is being entered, so that nobody pursues one twice.
 *
 * <p>What both have in common for certain is looked up in PostgreSQL, which knows it as soon as it is saved;
 * what is merely alike is found by search, and left out while there is none.
 *
 * @see "docs/decisions/0026-leads-import-and-twins.md"
 */
@Service
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadTwins {
    private static final int MOST = 8;
    private static final int LOOKED_AT = 50;

    private final JdbcTemplate jdbc;
    private final SearchDoor door;
    private final LeadDirectory directory;
    private final LeadSearch search;
    private final TransactionTemplate reading;

    LeadTwins(
            JdbcTemplate jdbc,
            SearchDoor door,
            LeadDirectory directory,
            LeadSearch search,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.door = door;
        this.directory = directory;
        this.search = search;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * What was found.
     *
     * @param seen the surest first, at most 8
     * @param hidden there is one that the person may not see: who, what and how many is not told
     */
    public record Found(List<LeadTwin> seen, boolean hidden) {
        public Found {
            seen = List.copyOf(seen);
        }

        public boolean isEmpty() {
            return seen.isEmpty() && !hidden;
        }
    }

    /**
     * Those that have something in common with what is known so far.
     *
     * @param self the lead itself, when it is stored already
     */
    public Found of(LeadProfile profile, @Nullable LeadId self) {
        var reasons = Objects.requireNonNull(reading.execute(open -> inCommon(profile, self)));
        var certain = Set.copyOf(reasons.keySet());
        for (var alike : alike(profile)) {
            if (!alike.equals(self)) {
                reasons.computeIfAbsent(alike, id -> EnumSet.of(TwinReason.SIMILAR));
            }
        }
        var seen = new ArrayList<LeadTwin>();
        var rows = directory.rows(List.copyOf(reasons.keySet()));
        for (var row : rows) {
            seen.add(new LeadTwin(row, List.copyOf(Objects.requireNonNull(reasons.get(row.id())))));
        }
        var visible = rows.stream().map(LeadRow::id).toList();
        // only what is certain tells that it is there: the words of a hidden lead cannot be felt
        // out
        boolean hidden = !visible.containsAll(certain);
        seen.sort((a, b) ->
                a.reasons().getFirst() == b.reasons().getFirst()
                        ? Integer.compare(b.reasons().size(), a.reasons().size())
                        : a.reasons().getFirst().compareTo(b.reasons().getFirst()));
        return new Found(seen.stream().limit(MOST).toList(), hidden);
    }

    /** Also what may not be seen, so that it can be told that there is something. */
    private Map<LeadId, EnumSet<TwinReason>> inCommon(LeadProfile profile, @Nullable LeadId self) {
        var likeness = List.copyOf(Likeness.of(profile));
        var reasons = new LinkedHashMap<LeadId, EnumSet<TwinReason>>();
        jdbc.query(
                """
                select l.id, array_agg(distinct k.kind) from unnest(?::text[], ?::text[]) w (kind, form)
                join leads.likeness k on k.kind = w.kind and k.form = w.form collate "C"
                join leads.lead l on l.tenant_id = k.tenant_id and l.id = k.lead_id and l.merged_into is null
                where l.id is distinct from ?
                group by l.id order by min(array_position(array['CODE','INVESTOR','PHONE','PROJECT'], k.kind)), l.id desc
                limit ?\
                """,
                (ResultSet row) -> {
                    reasons.put(new LeadId(row.getObject(1, UUID.class)), kinds(row));
                },
                likeness.stream().map(one -> one.kind().name()).toArray(String[]::new),
                likeness.stream().map(Likeness::form).toArray(String[]::new),
                self == null ? null : self.value(),
                LOOKED_AT);
        return reasons;
    }

    private static EnumSet<TwinReason> kinds(ResultSet row) throws SQLException {
        var kinds = EnumSet.noneOf(TwinReason.class);
        Stream.of((String[]) row.getArray(2).getArray())
                .map(TwinReason::valueOf)
                .forEach(kinds::add);
        return kinds;
    }

    private List<LeadId> alike(LeadProfile profile) {
        try {
            return door
                    .search(
                            LeadIndex.INDEX,
                            new Search(
                                    LeadWords.alike(profile),
                                    search.filters(LeadFilter.ALL),
                                    List.of(),
                                    0,
                                    MOST,
                                    List.of("code"),
                                    List.of()))
                    .hits()
                    .stream()
                    .map(hit -> new LeadId(hit.id()))
                    .toList();
        } catch (SearchUnavailable unavailable) {
            return List.of();
        }
    }
}

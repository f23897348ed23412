package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to do. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class CaseInbox {
    /** More are not counted. */
    public static final int MOST_COUNTED = 99;

    /** The largest page. */
    public static final int MOST = 200;

    /** Working days before the last one from which on a case is due soon. */
    static final int NEAR = 3;

    private static final int MOST_SUBSTITUTED = 20;

    private final InboxRows rows;
    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final ZonePeople people;
    private final WorkingDays workingDays;
    private final Clock clock;

    CaseInbox(
            InboxRows rows,
            JdbcTemplate jdbc,
            CurrentPerson person,
            ZonePeople people,
            WorkingDays workingDays,
            Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.person = person;
        this.people = people;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * What is due first comes first; of CLOSED the newest; what was found by words in the order of receipts or names; of
     * REVIEWS the opinion that is due first.
     *
     * @param cursor {@code next} of the page before
     * @param limit at most {@link #MOST}
     */
    public CasePage list(CaseFilter filter, @Nullable String cursor, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var asked = InboxSql.page(filter, asking(), cursor, most + 1);
        var found = rows.read(asked.sql(), "sorted_on", asked.arguments().toArray());
        if (found.size() <= most) {
            return new CasePage(found.stream().map(InboxRows.Read::row).toList(), null);
        }
        var page = found.subList(0, most);
        return new CasePage(
                page.stream().map(InboxRows.Read::row).toList(),
                InboxSql.order(filter).cursor(page.getLast()));
    }

    /** How many each box holds; {@link #MOST_COUNTED} + 1 stands for more. */
    public Map<CaseBox, Integer> counts() {
        var asked = InboxSql.counts(asking(), MOST_COUNTED + 1);
        return jdbc.query(
                        asked.sql(),
                        (row, n) -> {
                            var counts = new EnumMap<CaseBox, Integer>(CaseBox.class);
                            for (var box : CaseBox.values()) {
                                counts.put(box, row.getInt(box.ordinal() + 1));
                            }
                            return counts;
                        },
                        asked.arguments().toArray())
                .getFirst();
    }

    InboxSql.Asking asking() {
        var today = LocalDate.now(clock);
        return new InboxSql.Asking(
                List.copyOf(owners(today)),
                team(),
                CurrentTenant.cameFrom(),
                today,
                near(today),
                clock.getZone());
    }

    private Set<String> owners(LocalDate today) {
        var owners = new LinkedHashSet<String>();
        owners.add(person.username());
        owners.addAll(
                jdbc.query(
                        """
                        select username from services.absence
                        where substitute = ? and from_on <= ? and until_on >= ? order by username limit ?\
                        """,
                        (row, n) -> row.getString(1),
                        person.username(),
                        today,
                        today,
                        MOST_SUBSTITUTED));
        return owners;
    }

    private @Nullable String team() {
        var signedIn = person.signedIn();
        return signedIn.isPresent()
                ? signedIn.map(SignedIn::team).orElse(null)
                : people.teamOf(person.username());
    }

    private LocalDate near(LocalDate today) {
        try {
            return workingDays.plus(today, NEAR);
        } catch (CalendarYearMissing unknown) {
            return today.plusDays(NEAR);
        }
    }
}

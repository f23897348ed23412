package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.access.OwnedByPeople;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Leads as what somebody owns, so that a leaver's are handed over as a whole. */
@Component
class LeadsOwned implements OwnedByPeople {
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final ChangeHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadsOwned(
            JdbcTemplate jdbc,
            ZonePeople people,
            ChangeHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String nameKey() {
        return "leads.owned";
    }

    @Override
    public long countOwnedBy(String username) {
        var count =
                jdbc.queryForObject(
                        "select count(*) from leads.lead where owner = ? and merged_into is null",
                        Long.class,
                        username);
        return count == null ? 0 : count;
    }

    @Override
    public long handOver(String from, String to) {
        var name =
                people.of(List.of(to)).stream()
                        .findFirst()
                        .map(ZonePeople.Colleague::displayName)
                        .orElse(to);
        var now = Timestamp.from(clock.instant());
        var ids =
                jdbc.query(
                        """
                        update leads.lead set owner = ?, owner_name = ?, owner_team = ?, owned_since = ?, updated_at = ?,
                            version = version + 1
                        where owner = ? and merged_into is null returning id\
                        """,
                        (row, number) -> row.getObject(1, UUID.class),
                        to,
                        name,
                        people.teamOf(to),
                        now,
                        now,
                        from);
        history.recordEach(
                Lead.SUBJECT, ids, "assigned", List.of(new FieldChange("owner", from, to)));
        var zone = CurrentTenant.get();
        ids.forEach(id -> events.publishEvent(new LeadChanged(zone, new LeadId(id))));
        return ids.size();
    }
}

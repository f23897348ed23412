package org.kaiyuan.leads;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.Leads;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.records.RecordKind;
import org.kaiyuan.platform.records.RecordRef;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leads as what files and comments hang on. */
@Component
@Transactional(readOnly = true)
public class LeadRecords implements RecordKind {
    private final LeadSight sight;
    private final Leads leads;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;

    LeadRecords(LeadSight sight, Leads leads, CurrentPerson person, JdbcTemplate jdbc) {
        this.sight = sight;
        this.leads = leads;
        this.person = person;
        this.jdbc = jdbc;
    }

    public static RecordRef of(LeadId id) {
        return new RecordRef(Lead.SUBJECT, id.value());
    }

    @Override
    public String kind() {
        return Lead.SUBJECT;
    }

    @Override
    public boolean mayRead(UUID id) {
        return person.may(LeadPermissions.READ)
                && leads.findById(new LeadId(id))
                        .filter(lead -> lead.mergedInto() == null)
                        .filter(sight::sees)
                        .isPresent();
    }

    @Override
    public boolean mayChange(UUID id) {
        return person.may(LeadPermissions.WRITE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID id) {
        return !jdbc.queryForList(
                        "select 1 from leads.lead where id = ? and merged_into is null for share",
                        id)
                .isEmpty();
    }

    @Override
    public List<UUID> absorbed(UUID id) {
        return jdbc.query(
                "select id from leads.lead where merged_into = ? order by updated_at desc, id limit ?",
                (row, number) -> row.getObject(1, UUID.class),
                id,
                LeadDirectory.MOST);
    }

    /** What the lead was merged into, held as {@link #hold} does; empty where it was deleted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RecordRef> holdSurvivor(LeadId gone) {
        var survivor = survivorOf(gone);
        while (survivor != null) {
            if (hold(survivor)) {
                return Optional.of(new RecordRef(Lead.SUBJECT, survivor));
            }
            var next =
                    survivorOf(gone); // merged away itself meanwhile: the chain is always one long
            if (survivor.equals(next)) {
                return Optional.empty();
            }
            survivor = next;
        }
        return Optional.empty();
    }

    private @Nullable UUID survivorOf(LeadId gone) {
        return jdbc
                .query(
                        "select merged_into from leads.lead where id = ?",
                        (row, number) -> row.getObject(1, UUID.class),
                        gone.value())
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String title(UUID id) {
        return sight.get(new LeadId(id)).projectName();
    }

    @Override
    public String link(UUID id) {
        return "/leads/" + id;
    }

    @Override
    public Set<String> readableWith() {
        return Set.of(LeadPermissions.READ);
    }
}

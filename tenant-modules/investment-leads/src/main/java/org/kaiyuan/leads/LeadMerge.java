package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.MergedProfile;
import org.kaiyuan.leads.domain.ProfileRules;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Making one lead of two that are the same project.
 *
 * <p>The survivor keeps its stage and takes the chosen fields, the other's investors, contacts, tags, team,
 * follow-ups, stage moves, agreements, reviews, funds, clearances and milestones; files and comments follow.
 * Both histories stay, and the other's id leads to the survivor.
 */
@Service
@Transactional
public class LeadMerge {
    /** What hangs on a lead and simply goes along. */
    private static final List<String> MOVED =
            List.of("followup", "stage_move", "agreement", "review");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final LeadSight sight;
    private final LeadStore store;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final LeadReporting reporting;
    private final Clock clock;

    LeadMerge(
            LeadSight sight,
            LeadStore store,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            LeadReporting reporting,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** The fields that may be chosen, as the API names them. */
    public static List<String> fields() {
        return MergedProfile.fields();
    }

    /**
     * Merging again what is merged already changes nothing.
     *
     * @param basedOn the version of the survivor that the person saw
     * @param otherBasedOn the version of the other that the person saw
     * @param fromOther fields, as the API names them, whose value is the other's
     * @return the survivor's version afterwards
     * @throws LeadMergeRefused when both are the same, or the other is signed and the survivor is not
     * @throws LeadChangedMeanwhile when one is no longer as the person saw it
     * @throws UnknownLead when one may not be seen
     */
    @PreAuthorize("hasRole('" + LeadPermissions.MERGE + "')")
    public long merge(
            LeadId into, long basedOn, LeadId from, long otherBasedOn, Set<String> fromOther) {
        if (into.equals(from)) {
            throw LeadMergeRefused.same();
        }
        lock(into, from);
        var survivor = sight.hold(into);
        if (isMerged(from, into)) {
            return survivor.version();
        }
        var other = sight.hold(from);
        refuseChanged(survivor, basedOn);
        refuseChanged(other, otherBasedOn);
        if (other.stage().isSigned() && !survivor.stage().isSigned()) {
            throw LeadMergeRefused.signed();
        }
        var gone = other.profile();
        var title = title(other);
        var team = team(survivor, other);
        var profile = ProfileRules.checked(MergedProfile.of(survivor.profile(), gone, fromOther));
        var now = clock.instant();
        other.mergeInto(into, now);
        store.save(other);
        jdbc.update("delete from leads.likeness where lead_id = ?", from.value());
        var changes = new ArrayList<FieldChange>(survivor.revise(profile, now));
        if (survivor.owner() == null && other.owner() != null) {
            survivor.giveTo(
                    other.owner(),
                    other.ownerName() == null ? other.owner() : other.ownerName(),
                    other.ownerTeam(),
                    now);
            changes.add(new FieldChange("owner", null, other.owner()));
        }
        survivor.workedOnBy(team, now);
        followedLike(survivor, other);
        if (survivor.enterpriseId() == null && other.enterpriseId() != null) {
            survivor.isNow(other.enterpriseId(), now);
        }
        move(into, from);
        long version = store.saveWithLikeness(survivor);
        reporting.follow(into, from);
        reporting.report(survivor);
        changes.add(new FieldChange("mergedFrom", null, title));
        history.record(Lead.SUBJECT, into.value(), "merged", changes);
        history.record(
                Lead.SUBJECT,
                from.value(),
                "merged",
                List.of(new FieldChange("mergedInto", null, title(survivor))));
        return version;
    }

    /** Always in the same order, or two merges of the same pair would wait for each other. */
    private void lock(LeadId one, LeadId other) {
        jdbc.query(
                "select 1 from leads.lead where id in (?, ?) order by id for update",
                row -> {},
                one.value(),
                other.value());
    }

    private boolean isMerged(LeadId from, LeadId into) {
        return !jdbc.queryForList(
                        "select 1 from leads.lead where id = ? and merged_into = ?",
                        from.value(),
                        into.value())
                .isEmpty();
    }

    /** Whoever could see one of them sees the survivor, also when it is confidential now. */
    private static List<TeamMember> team(Lead survivor, Lead other) {
        var team = new LinkedHashMap<String, TeamMember>();
        survivor.team().forEach(one -> team.put(one.username(), one));
        other.team().forEach(one -> team.putIfAbsent(one.username(), one));
        var owner = other.owner();
        if (owner != null && survivor.owner() != null) {
            var name = other.ownerName();
            team.putIfAbsent(owner, new TeamMember(owner, name == null ? owner : name));
        }
        var own = survivor.owner() == null ? owner : survivor.owner();
        if (own != null) {
            team.remove(own);
        }
        return List.copyOf(team.values());
    }

    private void followedLike(Lead survivor, Lead other) {
        var there = other.followedAt();
        var here = survivor.followedAt();
        if (there != null && (here == null || there.isAfter(here))) {
            var p = survivor.profile();
            survivor.followed(
                    LocalDate.ofInstant(there, SHANGHAI),
                    p.nextAction(),
                    p.nextActionOn(),
                    clock.instant());
        }
    }

    private void move(LeadId into, LeadId from) {
        // two open reviews of one lead cannot be: the other's ends
        jdbc.update(
                """
                update leads.review r set state = 'WITHDRAWN', closed_at = ?, closed_by = ?
                where r.lead_id = ? and r.state = 'OPEN'
                  and exists (select from leads.review o where o.lead_id = ? and o.state = 'OPEN')\
                """,
                Timestamp.from(clock.instant()),
                person.username(),
                from.value(),
                into.value());
        for (var table : MOVED) {
            jdbc.update(
                    "update leads." + table + " set lead_id = ? where lead_id = ?",
                    into.value(),
                    from.value());
        }
        // of what can be there once only, the survivor's own stays
        jdbc.update(
                """
                update leads.fund f set lead_id = ? where f.lead_id = ? and not exists (
                    select from leads.fund o where o.lead_id = ? and o.month = f.month and o.source = f.source)\
                """,
                into.value(),
                from.value(),
                into.value());
        jdbc.update(
                """
                update leads.clearance c set lead_id = ? where c.lead_id = ? and not exists (
                    select from leads.clearance o where o.lead_id = ? and o.kind = c.kind)\
                """,
                into.value(),
                from.value(),
                into.value());
        jdbc.update(
                """
                update leads.milestone m set lead_id = ? where m.lead_id = ? and not exists (
                    select from leads.milestone o where o.lead_id = ? and o.stage = m.stage)\
                """,
                into.value(),
                from.value(),
                into.value());
        jdbc.update(
                "update leads.lead set merged_into = ? where merged_into = ?",
                into.value(),
                from.value());
    }

    private static String title(Lead lead) {
        return lead.code() + " · " + lead.projectName();
    }

    private void refuseChanged(Lead lead, long basedOn) {
        if (lead.version() != basedOn) {
            throw new LeadChangedMeanwhile(
                    lead.version(),
                    history.newest(
                            lead.id().value(), (int) Math.clamp(lead.version() - basedOn, 1, 50)));
        }
    }
}

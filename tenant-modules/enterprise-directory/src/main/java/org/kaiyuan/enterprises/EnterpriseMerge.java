package org.kaiyuan.enterprises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.enterprises.domain.MergedProfile;
import org.kaiyuan.enterprises.domain.ProfileRules;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Making one record of two that describe the same enterprise.
 *
 * <p>The survivor takes the chosen fields, the other's contacts, qualifications, figures, tags, notes
 * and names; both histories stay, and the other's id leads to the survivor.
 */
@Service
@Transactional
public class EnterpriseMerge {
    private final Enterprises enterprises;
    private final ChangeHistory history;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    EnterpriseMerge(
            Enterprises enterprises, ChangeHistory history, JdbcTemplate jdbc, Clock clock) {
        this.enterprises = enterprises;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Merging again what is merged already changes nothing.
     *
     * @param basedOn the version of the survivor that the person saw
     * @param otherBasedOn the version of the other that the person saw
     * @param fromOther fields, as the API names them, whose value is the other's
     * @return the survivor's version afterwards
     * @throws MergeRefused when both are the same, or one is merged into a third
     * @throws EnterpriseChangedMeanwhile when one is no longer as the person saw it
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.MERGE + "')")
    public long merge(
            EnterpriseId into,
            long basedOn,
            EnterpriseId from,
            long otherBasedOn,
            Set<String> fromOther) {
        var survivor = enterprises.get(into);
        var other = enterprises.get(from);
        if (into.equals(other.mergedInto())) {
            return survivor.version();
        }
        if (into.equals(from) || survivor.mergedInto() != null || other.mergedInto() != null) {
            throw new MergeRefused();
        }
        refuseChanged(survivor, basedOn);
        refuseChanged(other, otherBasedOn);
        var today = LocalDate.now(clock);
        var profile =
                ProfileRules.checked(
                        MergedProfile.of(survivor.profile(), other.profile(), fromOther), today);
        var gone = other.profile();
        other.mergeInto(into, clock.instant());
        enterprises.saveAndFlush(other);
        var changes = survivor.absorb(other, profile, clock.instant(), today);
        enterprises.saveAndFlush(survivor);
        jdbc.update(
                "update enterprises.enterprise set merged_into = ? where merged_into = ?",
                into.value(),
                from.value());
        jdbc.update(
                "update enterprises.note set enterprise_id = ? where enterprise_id = ?",
                into.value(),
                from.value());
        record(survivor, gone, from, changes);
        return survivor.version();
    }

    private void record(
            Enterprise survivor,
            EnterpriseProfile gone,
            EnterpriseId from,
            List<FieldChange> changes) {
        var lines = new java.util.ArrayList<>(changes);
        lines.add(new FieldChange("mergedFrom", null, shown(gone)));
        history.record(Enterprise.SUBJECT, survivor.id().value(), "merged", lines);
        history.record(
                Enterprise.SUBJECT,
                from.value(),
                "merged",
                List.of(new FieldChange("mergedInto", null, shown(survivor.profile()))));
    }

    private static String shown(EnterpriseProfile profile) {
        var code = profile.creditCode();
        return code == null ? profile.name() : profile.name() + " · " + code;
    }

    private void refuseChanged(Enterprise enterprise, long basedOn) {
        if (enterprise.version() != basedOn) {
            throw new EnterpriseChangedMeanwhile(
                    enterprise.version(),
                    history.newest(
                            enterprise.id().value(), (int) (enterprise.version() - basedOn)));
        }
    }
}

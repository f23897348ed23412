package org.kaiyuan.enterprises.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CreditCodeTaken;
import org.kaiyuan.enterprises.EnterpriseFieldsRefused;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.QualificationLine;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** All enterprises of the current zone. */
public interface Enterprises extends Repository<Enterprise, EnterpriseId> {
    Optional<Enterprise> findById(EnterpriseId id);

    Optional<Enterprise> findByCreditCode(String creditCode);

    /** Also publishes what the enterprise has announced; without it no one hears. */
    Enterprise save(Enterprise enterprise);

    /** As {@link #save}, written at once, so that the new version is known. */
    Enterprise saveAndFlush(Enterprise enterprise);

    void delete(Enterprise enterprise);

    default Enterprise get(EnterpriseId id) {
        return findById(id).orElseThrow(() -> new UnknownEnterprise(id));
    }

    /** As {@link #get}; one that was merged away can no longer be changed and is not there. */
    default Enterprise present(EnterpriseId id) {
        return findById(id)
                .filter(enterprise -> enterprise.mergedInto() == null)
                .orElseThrow(() -> new UnknownEnterprise(id));
    }

    /** Those of the codes that the managed list of qualifications has. */
    @Query(
            value = "select code from enterprises.qualification_kind where code in (:codes)",
            nativeQuery = true)
    Set<String> knownKinds(@Param("codes") Collection<String> codes);

    /** @throws EnterpriseFieldsRefused when a qualification is none of the managed list */
    default void refuseUnknownKinds(EnterpriseProfile profile) {
        var lines = profile.qualifications();
        if (lines.isEmpty()) {
            return;
        }
        var known = knownKinds(lines.stream().map(QualificationLine::kindCode).toList());
        var faults = new ArrayList<FieldFault>();
        for (int i = 0; i < lines.size(); i++) {
            var code = lines.get(i).kindCode();
            if (!known.contains(code)) {
                faults.add(
                        new FieldFault(
                                "qualifications[" + i + "].kindCode",
                                "enterprises.rule.unknownKind",
                                List.of(code)));
            }
        }
        if (!faults.isEmpty()) {
            throw new EnterpriseFieldsRefused(faults);
        }
    }

    /** @throws CreditCodeTaken when an enterprise other than {@code self} has the code */
    default void refuseTaken(@Nullable String code, @Nullable EnterpriseId self) {
        if (code != null) {
            findByCreditCode(code)
                    .filter(holder -> !holder.id().equals(self))
                    .ifPresent(holder -> {
                        throw new CreditCodeTaken(code, holder.name());
                    });
        }
    }
}

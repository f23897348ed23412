package org.kaiyuan.enterprises.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CreditCodeTaken;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.springframework.data.repository.Repository;

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

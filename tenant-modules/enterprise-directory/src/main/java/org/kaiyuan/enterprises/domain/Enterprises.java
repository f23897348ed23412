package org.kaiyuan.enterprises.domain;

import java.util.Optional;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.springframework.data.repository.Repository;

/** All enterprises of the current zone. */
public interface Enterprises extends Repository<Enterprise, EnterpriseId> {
    Optional<Enterprise> findById(EnterpriseId id);

    Optional<Enterprise> findByCreditCode(String creditCode);

    /** Also publishes what the enterprise has announced; without it no one hears. */
    Enterprise save(Enterprise enterprise);

    void delete(Enterprise enterprise);

    default Enterprise get(EnterpriseId id) {
        return findById(id).orElseThrow(() -> new UnknownEnterprise(id));
    }
}

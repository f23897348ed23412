package org.kaiyuan.portal.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kaiyuan.portal.RepresentativeId;
import org.kaiyuan.portal.RepresentativeState;
import org.kaiyuan.portal.UnknownRepresentative;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All representatives of the current zone. */
public interface Representatives extends Repository<Representative, RepresentativeId> {
    Optional<Representative> findById(RepresentativeId id);

    /** Written at once, so that what the database refuses is refused here. */
    Representative saveAndFlush(Representative representative);

    Optional<Representative> findByAccountIdAndEnterpriseIdAndState(
            UUID account, UUID enterprise, RepresentativeState state);

    List<Representative> findByEnterpriseIdAndStateOrderByRequestedAt(
            UUID enterprise, RepresentativeState state, Limit most);

    long countByEnterpriseIdAndState(UUID enterprise, RepresentativeState state);

    long countByEnterpriseIdAndStateAndAdministratorTrue(
            UUID enterprise, RepresentativeState state);

    boolean existsByAccountIdAndState(UUID account, RepresentativeState state);

    Optional<Representative> findByAccountIdAndCreditCodeAndState(
            UUID account, String creditCode, RepresentativeState state);

    default Representative get(RepresentativeId id) {
        return findById(id).orElseThrow(UnknownRepresentative::new);
    }
}

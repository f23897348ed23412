package org.kaiyuan.portal;

import java.util.List;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.domain.Representative;
import org.kaiyuan.portal.domain.Representatives;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands for an enterprise, for rooms that tell them something; names and sign-in names, no phone numbers. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('SYSTEM')")
public class StandingPeople {
    private final Representatives representatives;

    StandingPeople(Representatives representatives) {
        this.representatives = representatives;
    }

    /** @param administrator whether they look after the enterprise's people */
    public record Person(String username, String name, boolean administrator) {}

    /** In the order in which they asked; as many as an enterprise can have. */
    public List<Person> of(EnterpriseId enterprise) {
        return representatives
                .findByEnterpriseIdAndStateOrderByRequestedAt(
                        enterprise.value(),
                        RepresentativeState.CONFIRMED,
                        Limit.of(RepresentativeKeeping.MOST))
                .stream()
                .map(Representative::row)
                .map(row -> new Person(row.username(), row.personName(), row.administrator()))
                .toList();
    }
}

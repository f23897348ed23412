package org.kaiyuan.delegation;

import java.util.List;
import java.util.function.Predicate;
import org.kaiyuan.platform.access.ZonePeople;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The zone's people who may see to a power. */
@Service
@Transactional(readOnly = true)
public class PowerColleagues {
    private static final int OFFERED = 20;

    private final ZonePeople people;

    PowerColleagues(ZonePeople people) {
        this.people = people;
    }

    /** Somebody of the zone. */
    public record Colleague(String username, String name) {}

    /** Whoever they are, for choosing one; at most 20. */
    @PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
    public List<Colleague> find(String typed) {
        return people.find(typed, OFFERED).stream()
                .filter(reads())
                .map(one -> new Colleague(one.username(), one.displayName()))
                .toList();
    }

    /** @throws DelegationFieldsRefused when they are nobody of the zone who may see powers */
    Colleague get(String username) {
        return people.of(List.of(username)).stream()
                .filter(reads())
                .findFirst()
                .map(one -> new Colleague(one.username(), one.displayName()))
                .orElseThrow(() ->
                        new DelegationFieldsRefused(
                                "owner", "delegation.use.rule.colleague", username));
    }

    private static Predicate<ZonePeople.Colleague> reads() {
        return one -> one.permissions().contains(DelegationPermissions.READ);
    }
}

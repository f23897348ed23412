package org.kaiyuan.services;

import java.util.List;
import org.kaiyuan.platform.access.OwnedByPeople;
import org.kaiyuan.platform.access.ZonePeople;
import org.springframework.stereotype.Component;

/** Open cases that somebody holds, so that a leaver's are handed over as a whole. */
@Component
class CasesOwned implements OwnedByPeople {
    private final CaseHands hands;
    private final ZonePeople people;

    CasesOwned(CaseHands hands, ZonePeople people) {
        this.hands = hands;
        this.people = people;
    }

    @Override
    public String nameKey() {
        return "services.owned";
    }

    @Override
    public long countOwnedBy(String username) {
        return hands.countOpen(username);
    }

    @Override
    public long handOver(String from, String to) {
        var name =
                people.of(List.of(to)).stream()
                        .findFirst()
                        .map(ZonePeople.Colleague::displayName)
                        .orElse(to);
        return hands.move(from, to, name, null);
    }
}

package org.kaiyuan.plots;

import java.util.List;
import java.util.Set;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.springframework.beans.factory.annotation.Autowired;

/** Ground of which the facts are known, and what the rule makes of them. */
abstract class IdleGround extends SupplyGround {
    @Autowired ConstructionFacts construction;
    @Autowired PlotIdle idle;
    @Autowired IdleTimes times;

    void times() {
        SystemActing.inTenant(
                zones.zone("deyang"),
                () -> {
                    times.run();
                    return 0;
                });
    }

    List<IdleCase> open(IdleState state) {
        return idle.find(Set.of(state), false, null, 50).items();
    }
}

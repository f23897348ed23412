package org.kaiyuan.plots;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets keeping run out, each once, or end with its lead, and whoever waits take their place. */
@Component
class ReservationTimes implements ZoneChore {
    private static final int MOST_ROUNDS = 100;

    private final ReservationKeeping keeping;
    private final LeadLinks links;
    private final TransactionTemplate transaction;

    ReservationTimes(
            ReservationKeeping keeping, LeadLinks links, PlatformTransactionManager transactions) {
        this.keeping = keeping;
        this.links = links;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var ended = transaction.execute(t -> keeping.expire());
            if (ended == null || ended == 0) {
                break;
            }
        }
        @Nullable UUID after = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var from = after;
            var ended = Objects.requireNonNull(transaction.execute(t -> links.ended(from)));
            // each by itself, so that no two of them wait for each other's plots
            ended.leads()
                    .forEach(lead -> transaction.executeWithoutResult(t -> links.settle(lead)));
            after = ended.next();
            if (after == null) {
                return;
            }
        }
    }
}

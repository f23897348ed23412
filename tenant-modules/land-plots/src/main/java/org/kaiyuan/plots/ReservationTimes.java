package org.kaiyuan.plots;

import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets keeping run out, each once, and whoever waits take their place. */
@Component
class ReservationTimes implements ZoneChore {
    private static final int MOST_ROUNDS = 100;

    private final ReservationKeeping keeping;
    private final TransactionTemplate transaction;

    ReservationTimes(ReservationKeeping keeping, PlatformTransactionManager transactions) {
        this.keeping = keeping;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var ended = transaction.execute(t -> keeping.expire());
            if (ended == null || ended == 0) {
                return;
            }
        }
    }
}

package org.kaiyuan.platform.calendar;

import java.util.Arrays;
import org.kaiyuan.platform.refusal.Refusal;

/** 「期限已于 {0} 暂停…」 and its kin: a deadline cannot be made or changed like that. */
public final class DeadlineRefused extends Refusal {
    DeadlineRefused(String messageKey, Object... arguments) {
        super(messageKey, Arrays.stream(arguments).map(Object::toString).toArray());
    }
}

package org.kaiyuan.platform.search;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** 「检索服务暂时不可用」 */
public final class SearchUnavailable extends Refusal {
    public SearchUnavailable(String why, @Nullable Throwable cause) {
        super("search.refusal.unavailable", why);
        if (cause != null) {
            addSuppressed(cause);
        }
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}

package org.kaiyuan.platform.search;

import org.kaiyuan.platform.refusal.Refusal;

/** 「索引正在重建」 */
public final class RebuildRefused extends Refusal {
    public RebuildRefused(String word) {
        super("search.refusal.rebuilding", word);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

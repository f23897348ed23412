package org.kaiyuan.platform.views;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「视图名称应为 1 至 60 个字」 and its kin: what is to be kept cannot be. */
public final class ViewRefused extends Refusal {
    private final String why;
    private final int most;

    ViewRefused(String why, int most) {
        super("views.refusal." + why, most);
        this.why = why;
        this.most = most;
    }

    /** It is the name that one can change, also where there are too many: an old one can be renewed. */
    @Override
    public List<FieldFault> fields() {
        return List.of(new FieldFault("name", "views.refusal." + why, List.of(most)));
    }
}

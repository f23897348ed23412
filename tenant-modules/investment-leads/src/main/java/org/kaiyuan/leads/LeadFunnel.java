package org.kaiyuan.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far leads came.
 *
 * @param whole all that the filter finds
 * @param groups the same, taken apart; the largest first, empty where nothing was to be taken apart
 */
public record LeadFunnel(Group whole, List<Group> groups) {
    /**
     * A part of the funnel.
     *
     * @param key a user name, a constant, an industry, a fair's id; empty for those that have none
     * @param name how it is called, where the key does not say so
     * @param leads all of the part; null behind it where no filter asks for those that have none
     * @param steps by stage, 线索 first
     */
    public record Group(
            String key,
            @Nullable String name,
            long leads,
            long yuan,
            @Nullable LeadQuestion behind,
            List<Step> steps) {
        public Step at(LeadStage stage) {
            return steps.get(stage.ordinal());
        }
    }

    /**
     * A stage of the funnel.
     *
     * @param reached leads that ever came at least as far
     * @param reachedYuan their total investment, whole yuan
     * @param now active leads that stand there now
     * @param conversion of those that came as far, per cent that came to the next stage; null at the last
     *     stage, and where nobody came
     * @param stays how often the stage was left; the days are of these
     * @param medianDays calendar days
     * @param meanDays calendar days
     * @param reachedBehind null as of the group
     */
    public record Step(
            LeadStage stage,
            long reached,
            long reachedYuan,
            long now,
            long nowYuan,
            @Nullable Double conversion,
            long stays,
            @Nullable Double medianDays,
            @Nullable Double meanDays,
            @Nullable LeadQuestion reachedBehind,
            @Nullable LeadQuestion nowBehind) {}
}

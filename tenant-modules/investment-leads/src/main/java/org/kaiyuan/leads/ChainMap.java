package org.kaiyuan.leads;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseQuestion;

/**
 * The plan's industries with what the zone has of each: where enterprises and leads are missing is a gap.
 *
 * @param zone by this name the plan knows the zone, or does not
 * @param planned whether the plan names the zone at all
 * @param seesEnterprises whether the person may see enterprises; else there are no counts of them
 * @param outside leads of no sub-industry of the plan
 */
public record ChainMap(
        String zone,
        boolean planned,
        boolean seesEnterprises,
        List<Industry> industries,
        Sums outside) {
    /**
     * One of the plan's leading industries.
     *
     * @param direction what the plan says of this zone; null where it does not name the zone here
     */
    public record Industry(String name, @Nullable String direction, List<Cell> cells) {
        /** Enterprises of all its cells. */
        public long enterprises() {
            return cells.stream().mapToLong(Cell::enterprises).sum();
        }

        /** Leads of all its cells. */
        public Sums sums() {
            return cells.stream().map(Cell::sums).reduce(Sums.NONE, Sums::and);
        }
    }

    /**
     * One of its sub-industries.
     *
     * @param direction what the plan says of it for the whole province
     * @param relied the plan relies on this zone for it (重点依托)
     * @param enterprises that work here or prepare to; 0 where the person may not see them
     */
    public record Cell(
            String industry,
            String name,
            String direction,
            boolean relied,
            long enterprises,
            EnterpriseQuestion enterprisesBehind,
            Sums sums,
            LeadQuestion leadsBehind) {
        /** Nothing is here and nothing is coming. */
        public boolean isGap() {
            return enterprises == 0 && sums.leads() == 0;
        }
    }

    /**
     * Active leads by how far they are.
     *
     * @param early before 签约
     * @param signed from 签约 to 供地
     * @param building 开工
     * @param producing 投产 and beyond
     * @param yuan total investment of all of them
     */
    public record Sums(long early, long signed, long building, long producing, long yuan) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        public long leads() {
            return early + signed + building + producing;
        }

        Sums and(Sums other) {
            return new Sums(
                    early + other.early,
                    signed + other.signed,
                    building + other.building,
                    producing + other.producing,
                    yuan + other.yuan);
        }
    }

    /** All cells, in the plan's order. */
    public Stream<Cell> cells() {
        return industries.stream().flatMap(industry -> industry.cells().stream());
    }
}

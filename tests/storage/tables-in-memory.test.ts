import { tablesInMemory } from "../../src/storage/tables-in-memory.ts";
import { describeTables } from "./tables-contract.ts";

describeTables("in memory", async () => tablesInMemory());

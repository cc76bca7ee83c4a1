import { handleGateway as handle } from "../mounted-gateway";

export const dynamic = "force-dynamic";
export { handle as GET, handle as HEAD, handle as OPTIONS };

export default function First() {
  return <h1>First page</h1>;
}
